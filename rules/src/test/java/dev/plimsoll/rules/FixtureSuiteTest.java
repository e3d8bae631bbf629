package dev.plimsoll.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.analysis.AnalysisOptions;
import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Analyzer;
import dev.plimsoll.analysis.Workspace;
import dev.plimsoll.rules.example.ExampleWorkspace;
import dev.plimsoll.rules.example.MarkedFile;
import dev.plimsoll.rules.example.MarkerParser;
import dev.plimsoll.source.MemoryFileTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the markers of whole estates with what is found in them, both ways. */
class FixtureSuiteTest {

  private static final Path FIXTURES = Repository.ROOT.resolve("fixtures");

  @ParameterizedTest
  @ValueSource(strings = {"shop", "shop-at-risk"})
  void everyMarkerHasItsDiagnosticAndEveryDiagnosticItsMarker(String estate) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    List<MarkedFile> marked = new ArrayList<>();
    for (Path file : files(FIXTURES.resolve(estate))) {
      String path = FIXTURES.resolve(estate).relativize(file).toString().replace('\\', '/');
      byte[] bytes = Files.readAllBytes(file);
      if (isText(bytes)) {
        MarkedFile cut = MarkerParser.parse(path, new String(bytes, StandardCharsets.UTF_8));
        marked.add(cut);
        bytes = cut.text().getBytes(StandardCharsets.UTF_8);
      }
      files.put(path, bytes);
    }
    AnalysisResult result =
        new Analyzer(BuiltInRules.catalog(), BuiltInRules.rules())
            .analyze(
                new Workspace(
                    MemoryFileTree.ofBytes(files), AnalysisOptions.none(), ExampleWorkspace.TODAY));

    assertThat(result.bugs()).isEmpty();
    assertThat(BuiltInExamples.differences(marked, result, _ -> true)).isEmpty();
  }

  @Test
  void theEstateAtRiskHasMarkers() throws IOException {
    long expectations = 0;
    for (Path file : files(FIXTURES.resolve("shop-at-risk"))) {
      byte[] bytes = Files.readAllBytes(file);
      if (isText(bytes)) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        expectations += MarkerParser.parse(file.toString(), text).expectations().size();
      }
    }
    assertThat(expectations).isGreaterThan(40);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean isText(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes))
          .chars()
          .noneMatch(c -> c == 0);
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
