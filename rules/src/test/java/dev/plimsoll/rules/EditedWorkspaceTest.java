package dev.plimsoll.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.analysis.AnalysisOptions;
import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Analyzer;
import dev.plimsoll.analysis.Workspace;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.helmfile.HelmfileRequest;
import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.OverlayFileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an analyzer remembers of the texts before an edit never shows: it says of every text what
 * one says that sees it for the first time.
 */
final class EditedWorkspaceTest {

  private static final int EDITS = 40;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final AnalysisOptions OPTIONS =
      new AnalysisOptions(
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          HelmfileRequest.DEFAULT);

  @ParameterizedTest
  @ValueSource(strings = {"shop-at-risk", "fleet", "vault"})
  void isJudgedAsOneThatIsSeenForTheFirstTime(String fixture) throws IOException {
    Path folder = Path.of("../fixtures", fixture).toAbsolutePath().normalize();
    FileTree disk = new DiskFileTree(folder, List.of());
    List<String> files = texts(folder);
    Map<String, String> edited = new TreeMap<>();
    Random random = new Random(11);
    Analyzer editor = analyzer();
    for (int i = 0; i < EDITS; i++) {
      String file = files.get(random.nextInt(files.size()));
      if (edited.containsKey(file) && random.nextInt(3) == 0) {
        edited.remove(file);
      } else {
        String before = edited.getOrDefault(file, Files.readString(folder.resolve(file)));
        edited.put(file, edit(before, random));
      }
      Workspace workspace =
          new Workspace(new OverlayFileTree(disk, Map.copyOf(edited)), OPTIONS, TODAY);

      assertThat(said(editor.analyze(workspace)))
          .as("edit %d, of %s", i, file)
          .isEqualTo(said(analyzer().analyze(workspace)));
    }
  }

  private static Analyzer analyzer() {
    return new Analyzer(BuiltInRules.catalog(), BuiltInRules.rules());
  }

  private static List<String> texts(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.matches(".*\\.(?:ya?ml|tpl|gotmpl)"))
          .filter(path -> !path.startsWith("recorded/"))
          .sorted()
          .toList();
    }
  }

  /** Changes one line as people do. */
  private static String edit(String text, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, "extra" + random.nextInt(5) + ": " + random.nextInt(3));
      case 2 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      case 3 -> lines.set(at, line.replaceAll("[0-9]+", "7"));
      default -> lines.set(at, line.replace("true", "false"));
    }
    return String.join("\n", lines);
  }

  /** Everything that a person could see of a result. */
  private static List<String> said(AnalysisResult result) {
    List<String> said = new ArrayList<>();
    for (Diagnostic diagnostic : result.diagnostics()) {
      said.add(
          Stream.of(
                  diagnostic.rule(),
                  diagnostic.severity(),
                  diagnostic.location(),
                  diagnostic.message(),
                  diagnostic.precision(),
                  diagnostic.object(),
                  diagnostic.affects(),
                  diagnostic.related().stream()
                      .map(each -> each.location() + each.message())
                      .toList(),
                  diagnostic.fixes().stream()
                      .map(fix ->
                          fix.title()
                              + fix.applicability()
                              + fix.edits().stream()
                                  .map(edit -> edit.location() + edit.newText())
                                  .toList())
                      .toList(),
                  diagnostic.accepted())
              .map(String::valueOf)
              .toList()
              .toString());
    }
    result.notChecked().forEach(each -> said.add(each.reason() + each.location() + each.affects()));
    result.bugs().forEach(bug -> said.add("bug in " + bug.where()));
    return said;
  }
}
