package dev.plimsoll.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.analysis.AnalysisOptions;
import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Analyzer;
import dev.plimsoll.analysis.Workspace;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.rules.BuiltInRules;
import dev.plimsoll.rules.example.ExampleWorkspace;
import dev.plimsoll.source.MemoryFileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mends an estate, one rule at a time, and looks at it again. */
final class ObjectFixesTest {

  private static final Path ESTATE = Path.of("..", "fixtures", "shop-at-risk");
  private static final int MANY_ROUNDS = 10;

  private static final Map<String, byte[]> FILES = files();
  private static final AnalysisResult BEFORE = analyze(FILES);

  static List<String> rules() {
    return fixable(BEFORE.diagnostics())
        .map(diagnostic -> diagnostic.rule().value())
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void manyRulesOfferOne() {
    assertThat(rules())
        .contains(
            "blocking-disruption-budget",
            "debug-logging",
            "ingress-without-tls",
            "missing-disruption-budget",
            "privilege-escalation",
            "privileged-container",
            "root-container",
            "shared-host-namespace",
            "unknown-probe-port",
            "unknown-service-port",
            "unmonitored-release",
            "writable-root-filesystem");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theEnvironmentsMeantAreMendedAndTheOthersStayAsTheyAre(String rule) {
    Set<Affected> meant = new HashSet<>();
    fixable(BEFORE.diagnostics())
        .filter(diagnostic -> diagnostic.rule().value().equals(rule))
        .forEach(diagnostic -> meant.addAll(diagnostic.affects()));
    Fixer fixer = new Fixer(Applicability.UNSAFE, List.of(rule));
    Map<String, byte[]> files = new TreeMap<>(FILES);
    AnalysisResult after = BEFORE;
    for (int round = 0; round < MANY_ROUNDS && fixer.apply(after.diagnostics()); round++) {
      fixer.texts().forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
      after = analyze(files);
    }

    assertThat(after.bugs()).isEmpty();
    assertThat(
            fixable(after.diagnostics())
                .filter(diagnostic -> diagnostic.rule().value().equals(rule)))
        .isEmpty();
    Map<Affected, String> now = renders(after);
    renders(BEFORE)
        .forEach((cell, text) -> {
          if (!meant.contains(cell)) {
            assertThat(now).containsEntry(cell, text);
          }
        });
  }

  /** What a person could let be mended where an object is at fault. */
  private static Stream<Diagnostic> fixable(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.object().isPresent() && diagnostic.accepted().isEmpty())
        .filter(diagnostic ->
            diagnostic.fixes().stream()
                .map(Fix::applicability)
                .anyMatch(applicability -> applicability != Applicability.DISPLAY));
  }

  private static Map<Affected, String> renders(AnalysisResult result) {
    Map<Affected, String> texts = new TreeMap<>();
    for (ReleaseInstance release : result.estate().releases()) {
      release
          .rendered()
          .ifPresent(rendered ->
              texts.put(
                  release.cell(),
                  rendered.objects().stream()
                      .map(ObjectFixesTest::text)
                      .collect(Collectors.joining("---\n"))));
    }
    return texts;
  }

  private static String text(Manifest manifest) {
    return manifest.span().in(manifest.template().text().text());
  }

  private static AnalysisResult analyze(Map<String, byte[]> files) {
    return new Analyzer(BuiltInRules.catalog(), BuiltInRules.rules())
        .analyze(
            new Workspace(
                MemoryFileTree.ofBytes(files), AnalysisOptions.none(), ExampleWorkspace.TODAY));
  }

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(ESTATE)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(ESTATE.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
