package dev.plimsoll.cel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The verdicts that a real API server gave, see {@code fixtures/admission/record.sh}. */
final class AdmissionReplayTest {

  private static final Path FIXTURES =
      Path.of(System.getProperty("plimsoll.root"), "fixtures", "admission");

  @Test
  void verdictsAndMessagesAreThoseOfTheApiServer() throws IOException {
    List<String> recorded = Files.readAllLines(FIXTURES.resolve("recorded.tsv"));
    assertThat(recorded).hasSizeGreaterThan(1_000);
    assertThat(verdicts()).containsExactlyElementsOf(recorded);
  }

  /** A line for each policy with each object, as in the recording. */
  static List<String> verdicts() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path policy : yamlFiles("policies")) {
      String name = policy.getFileName().toString().replace(".yaml", "");
      YamlFile file = parse(policy);
      PolicyFile read = PolicyReader.read(file);
      assertThat(read.problems()).as(name).isEmpty();
      for (Path object : yamlFiles("objects")) {
        AdmissionObject given =
            Objects.requireNonNull(AdmissionObject.of(parse(object).firstRoot(), "p-" + name))
                .withServerDefaults();
        String verdict = text(read, given, context(file, name));
        lines.add(
            name + "\t" + object.getFileName().toString().replace(".yaml", "") + "\t" + verdict);
      }
    }
    return lines;
  }

  private static AdmissionContext context(YamlFile file, String policy) {
    List<AdmissionObject> known = new ArrayList<>();
    String namespace =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: p-%s, labels: {policy: %s}}
        """
            .formatted(policy, policy);
    known.add(
        Objects.requireNonNull(
            AdmissionObject.of(
                YamlParser.parse(new SourceFile("namespace.yaml", namespace)).firstRoot(), "")));
    for (YamlDocument document : file.documents()) {
      AdmissionObject object = AdmissionObject.of(document.root(), "p-" + policy);
      if (object != null && object.kind().kind().equals("ConfigMap")) {
        known.add(object);
      }
    }
    return new AdmissionContext(known, true, true);
  }

  private static String text(PolicyFile read, AdmissionObject object, AdmissionContext context) {
    VapDecision decision =
        read.policies().getFirst().evaluate(object, read.bindings().getFirst(), context);
    return switch (decision) {
      case VapDecision.Allowed _, VapDecision.NotMatched _, VapDecision.Reported _ -> "allowed\t";
      case VapDecision.Denied(List<VapDecision.Violation> violations) ->
          "denied\t" + violations.getFirst().message();
      case VapDecision.NotDecided(String why) -> "not decided\t" + why;
    };
  }

  private static List<Path> yamlFiles(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES.resolve(folder))) {
      return files.sorted().toList();
    }
  }

  private static YamlFile parse(Path path) throws IOException {
    YamlFile file =
        YamlParser.parse(new SourceFile(path.getFileName().toString(), Files.readString(path)));
    assertThat(file.problems()).as(path.toString()).isEmpty();
    return file;
  }
}
