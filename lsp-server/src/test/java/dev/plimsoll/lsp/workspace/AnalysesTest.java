package dev.plimsoll.lsp.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.analysis.AnalysisOptions;
import dev.plimsoll.analysis.Analyzer;
import dev.plimsoll.analysis.Workspace;
import dev.plimsoll.rules.BuiltInRules;
import dev.plimsoll.source.MemoryFileTree;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AnalysesTest {

  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final Ended ended = new Ended();
  private final Analyses analyses =
      new Analyses(
          new Root(Path.of("/workspace")),
          new Analyzer(BuiltInRules.catalog(), BuiltInRules.rules()),
          thread,
          ended);

  /** Remembers the states whose analyses are over. */
  private static final class Ended implements AnalysisListener {

    private final BlockingQueue<Analysed> results = new LinkedBlockingQueue<>();

    @Override
    public void began(Root root, boolean isFirst) {}

    @Override
    public void ended(Analysed analysed, boolean isCurrent) {
      results.add(analysed);
    }

    @Override
    public void failed(Root root, Throwable bug) {
      throw new AssertionError(bug);
    }
  }

  @AfterEach
  void stop() {
    thread.shutdownNow();
  }

  @Test
  void whatAnEditorOpensRightAfterItsStartIsAnalysedWithTheFolder() throws InterruptedException {
    analyses.submit(inputs(1, Map.of()));
    analyses.submit(inputs(2, Map.of("values.yaml", 1)));
    analyses.submit(inputs(3, Map.of("values.yaml", 1, "other.yaml", 1)));

    assertThat(analyses.at(3)).succeedsWithin(30, TimeUnit.SECONDS);
    assertThat(ended.results).extracting(Analysed::revision).containsExactly(3L);
  }

  @Test
  void folderInWhichNothingIsOpenIsAnalysedToo() throws InterruptedException {
    analyses.submit(inputs(1, Map.of()));

    Analysed first = ended.results.poll(30, TimeUnit.SECONDS);
    assertThat(first).isNotNull().extracting(Analysed::revision).isEqualTo(1L);
  }

  private static Inputs inputs(long revision, Map<String, Integer> versions) {
    return new Inputs(
        revision,
        new Workspace(
            MemoryFileTree.ofTexts(Map.of("values.yaml", "a: 1\n")),
            AnalysisOptions.none(),
            LocalDate.of(2026, 7, 1)),
        versions);
  }
}
