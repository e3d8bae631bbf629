package dev.plimsoll.chart;

import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.TextDecoder;
import java.util.List;
import java.util.Optional;

/**
 * Loads charts from folders and archives, as {@code pkg/chart/loader} of Helm 3.22 and 4.3 does.
 *
 * <p>What Helm refuses is reported with its place under {@link ChartRules#UNLOADABLE_CHART}, or
 * under {@link ChartRules#UNLOADABLE_DEPENDENCY} for a chart inside another, and the rest is loaded
 * all the same; a broken subchart does not lose its parent. Errors in {@code values.yaml} are not
 * reported here: they are in {@link Chart#values()}, because that file is a layer like any other.
 */
public final class ChartLoader {

  private final LoadLimits limits;

  public ChartLoader() {
    this(LoadLimits.STANDARD);
  }

  /** With other bounds, so that a test need not build an archive of their size. */
  ChartLoader(LoadLimits limits) {
    this.limits = limits;
  }

  /**
   * Loads one chart.
   *
   * @param folderOrArchive a path in {@code tree}: a folder, or a file that is an archive
   * @param sink is told about everything that Helm refuses
   * @return empty if there is no chart, or none that could be read
   */
  public Optional<Chart> load(FileTree tree, String folderOrArchive, DiagnosticSink sink) {
    ChartAssembler assembler =
        new ChartAssembler(new ArchiveReader(limits, TextDecoder::decode), limits);
    String path = tree.displayPath(folderOrArchive);
    LoadLog log = LoadLog.ofChart(sink);
    return switch (tree.kind(folderOrArchive)) {
      case FOLDER -> {
        List<ChartMember> members = new FolderReader(tree, folderOrArchive, limits, log).read();
        yield assembler.assemble(path, members, 0, log);
      }
      case FILE -> assembler.archive(path, tree.read(folderOrArchive), 0, log);
      case MISSING -> {
        log.report(new SourceFile(path, "").start(), "There is no chart here.");
        yield Optional.empty();
      }
    };
  }
}
