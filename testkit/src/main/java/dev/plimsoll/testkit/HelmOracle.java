package dev.plimsoll.testkit;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The real Helm 3.21 inside this process, the reference of differential tests.
 *
 * <p>The first use loads a native library, which takes about a second; a call takes milliseconds.
 */
public final class HelmOracle {

  /**
   * A template that prints {@code .Values} as JSON in Base64, which {@link #probed} finds again:
   * the text of a manifest must survive being read as YAML.
   */
  public static final String VALUES_PROBE = probe("values", "toJson .Values");

  private static final Pattern PROBED = Pattern.compile("(?m)^  probe-(\\S+): \"([^\"]*)\"$");

  private static final Pattern FAILURE =
      Pattern.compile("^\\{\"Error\":\"(error (?:converting YAML|unmarshaling JSON).*)\"}$");

  private HelmOracle() {}

  /** What Helm says. */
  public sealed interface Answer {

    /** Helm did it; {@code text} is what it printed. */
    record Done(String text) implements Answer {}

    /** Helm refused, with its message. */
    record Refused(String message) implements Answer {}
  }

  /**
   * {@code helm template}.
   *
   * @param chart the folder of a chart
   * @param valuesFiles as with {@code --values}, in this order
   * @param settings as with {@code --set}
   */
  public static Answer template(
      Path chart, List<Path> valuesFiles, Map<String, ? extends Object> settings) {
    return run(new Helm(chart).template(), valuesFiles, settings);
  }

  /**
   * The same for a Kubernetes that the chart wants.
   *
   * @param kubernetes as with {@code --kube-version}
   */
  public static Answer template(Path chart, List<Path> valuesFiles, String kubernetes) {
    return run(new Helm(chart).template().withKubeVersion(kubernetes), valuesFiles, Map.of());
  }

  private static Answer run(
      TemplateCommand command, List<Path> valuesFiles, Map<String, ? extends Object> settings) {
    // What the program takes; the library leaves it empty.
    command.withNamespace("default");
    valuesFiles.forEach(command::withValuesFile);
    settings.forEach(command::set);
    try {
      return new Answer.Done(command.call());
    } catch (IllegalStateException e) {
      return new Answer.Refused(String.valueOf(e.getMessage()));
    }
  }

  /** The lines of a template that prints the Go template pipeline {@code pipeline} as a probe. */
  public static String probe(String name, String pipeline) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: %s}
    data:
      probe-%s: "{{ %s | b64enc }}"
    """
        .formatted(name, name, pipeline);
  }

  /** What the probe called {@code name} printed. */
  public static String probed(String rendered, String name) {
    Matcher probe = PROBED.matcher(rendered);
    while (probe.find()) {
      if (probe.group(1).equals(name)) {
        return decode(probe.group(2));
      }
    }
    throw new AssertionError("No probe `" + name + "` in:\n" + rendered);
  }

  /**
   * What Helm's YAML reader ({@code sigs.k8s.io/yaml} into a map) makes of each text: its JSON, or
   * why it does not read it. All texts go through one call.
   */
  public static List<Answer> read(List<String> texts) {
    Path chart = temporaryChart();
    try {
      writeChart(chart, readingTemplate());
      for (int i = 0; i < texts.size(); i++) {
        write(chart.resolve("texts/" + i), texts.get(i));
      }
      return switch (template(chart, List.of(), Map.of())) {
        case Answer.Done done -> answers(done.text(), texts.size());
        case Answer.Refused refused -> throw new AssertionError(refused.message());
      };
    } finally {
      delete(chart);
    }
  }

  /** Writes a chart with one template. */
  public static void writeChart(Path chart, String template) {
    write(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: oracle\nversion: 0.1.0\n");
    write(chart.resolve("templates/probe.yaml"), template);
  }

  private static String readingTemplate() {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: read}
    data:
    {{- range $path, $_ := .Files.Glob "texts/*" }}
      probe-{{ base $path }}: "{{ $.Files.Get $path | fromYaml | toJson | b64enc }}"
    {{- end }}
    """;
  }

  private static List<Answer> answers(String rendered, int count) {
    Answer[] answers = new Answer[count];
    Matcher probe = PROBED.matcher(rendered);
    while (probe.find()) {
      String json = decode(probe.group(2));
      Matcher failure = FAILURE.matcher(json);
      answers[Integer.parseInt(probe.group(1))] =
          failure.matches() ? new Answer.Refused(failure.group(1)) : new Answer.Done(json);
    }
    return new ArrayList<>(List.of(answers));
  }

  private static String decode(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  private static Path temporaryChart() {
    try {
      return Files.createTempDirectory("helm-oracle");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
