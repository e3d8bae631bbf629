package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** One run of {@code check} over all environments and clusters of a fleet. */
final class FleetMatrixTest {

  private static final Path FLEET = Path.of("../fixtures/fleet").toAbsolutePath().normalize();

  @TempDir private Path here;

  @BeforeEach
  void copyTheFleet() throws IOException {
    try (Stream<Path> files = Files.walk(FLEET)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        CliRun.write(here, FLEET.relativize(file).toString(), Files.readString(file));
      }
    }
  }

  @Test
  void oneRunIsAboutEveryEnvironment() {
    Map<?, ?> summary = map(check(), "summary");

    assertThat(summary.get("environments")).isEqualTo(3);
    assertThat(summary.get("renders")).isEqualTo(9);
    assertThat(CliRun.in(here, "check").out())
        .contains(
            "apps/helmfile.yaml.gotmpl:10:11",
            "affects notifier-eu-central in prod-eu (prod-eu-central); notifier-north in dev"
                + " (dev-north); notifier-us-east in prod-us (prod-us-east)");
  }

  @Test
  void oneKeyOfTheHelmfileMendsAllEnvironments() throws IOException {
    List<Map<?, ?>> before = diagnostics(check());
    Map<?, ?> wanted = only(before, "missing-release-safeguards");

    replace("apps/helmfile.yaml.gotmpl", "    wait: true\n", "    wait: true\n    atomic: true\n");

    assertThat(environments(wanted)).containsExactly("prod-eu", "dev", "prod-us");
    assertThat(diagnostics(check())).isEqualTo(without(before, wanted));
  }

  @Test
  void oneValueMendsWhatItBreaksInAllEnvironments() throws IOException {
    List<Map<?, ?>> healthy = diagnostics(check());
    replace("apps/notifier.yaml", "tag: 1.0.3", "tag: latest");
    List<Map<?, ?>> before = diagnostics(check());
    Map<?, ?> wanted = only(before, "floating-image-tag");

    replace("apps/notifier.yaml", "tag: latest", "tag: 1.0.3");

    assertThat(place(wanted)).isEqualTo("apps/notifier.yaml:3:8");
    assertThat(environments(wanted)).containsExactly("prod-eu", "dev", "prod-us");
    assertThat(healthy).isEqualTo(without(before, wanted));
    assertThat(diagnostics(check())).isEqualTo(healthy);
  }

  private Map<?, ?> check() {
    return new Yaml().load(CliRun.in(here, "check", "--format", "json").out());
  }

  private void replace(String file, String text, String other) throws IOException {
    String before = Files.readString(here.resolve(file));
    assertThat(before).containsOnlyOnce(text);
    CliRun.write(here, file, before.replace(text, other));
  }

  private static List<Map<?, ?>> diagnostics(Map<?, ?> report) {
    List<Map<?, ?>> all = new ArrayList<>();
    list(report, "diagnostics").forEach(each -> all.add((Map<?, ?>) each));
    return all;
  }

  private static Map<?, ?> only(List<Map<?, ?>> diagnostics, String rule) {
    List<Map<?, ?>> found =
        diagnostics.stream().filter(each -> rule.equals(each.get("rule"))).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<Map<?, ?>> without(List<Map<?, ?>> diagnostics, Map<?, ?> one) {
    return diagnostics.stream().filter(each -> !each.equals(one)).toList();
  }

  private static List<String> environments(Map<?, ?> diagnostic) {
    return list(diagnostic, "affects").stream()
        .map(cell -> String.valueOf(((Map<?, ?>) cell).get("environment")))
        .toList();
  }

  private static String place(Map<?, ?> diagnostic) {
    Map<?, ?> location = map(diagnostic, "location");
    Map<?, ?> start = map(map(location, "range"), "start");
    return location.get("file") + ":" + start.get("line") + ":" + start.get("column");
  }

  private static Map<?, ?> map(Map<?, ?> json, String key) {
    return (Map<?, ?>) Objects.requireNonNull(json.get(key), key);
  }

  private static List<?> list(Map<?, ?> json, String key) {
    return (List<?>) Objects.requireNonNull(json.get(key), key);
  }
}
