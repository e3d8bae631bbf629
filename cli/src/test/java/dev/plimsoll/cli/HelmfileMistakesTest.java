package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Puts the mistakes of {@code fixtures/helmfile-mistakes} one by one into an estate without. */
final class HelmfileMistakesTest {

  private static final Path PAGE =
      Path.of("../docs/helmfile-mistakes.md").toAbsolutePath().normalize();

  @TempDir private Path here;

  static List<HelmfileMistake> mistakes() throws IOException {
    return HelmfileMistake.all();
  }

  static List<HelmfileMistake> mendable() throws IOException {
    return HelmfileMistake.all().stream().filter(each -> each.fix().isPresent()).toList();
  }

  @Test
  void nobodyFindsFaultWithTheCleanEstate() throws IOException {
    write(HelmfileMistake.clean());

    CliRun run = CliRun.in(here, "check", "--show", "info");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("no problems in 2 releases × 3 environments (6 cells)\n");
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void eachIsFoundWhereItStands(HelmfileMistake mistake) throws IOException {
    write(mistake.files());

    List<Map<?, ?>> all = diagnostics(mistake);
    List<Map<?, ?>> found =
        all.stream().filter(each -> mistake.rule().equals(each.get("rule"))).toList();

    assertThat(found).as("%s", all).hasSize(mistake.count());
    Map<?, ?> first = found.getFirst();
    assertThat(place(first)).isEqualTo(mistake.at());
    assertThat((String) first.get("message")).contains(mistake.says());
    assertThat(rules(all)).isEqualTo(wanted(mistake));
    assertThat(fixes(first)).isEqualTo(mistake.fix().map(List::of).orElse(List.of()));
    if (!mistake.fields().list("affects").isEmpty()) {
      assertThat(environments(first)).isEqualTo(mistake.fields().texts("affects"));
    }
  }

  /** A fix leaves nothing of the rule, and nothing new. */
  @ParameterizedTest
  @MethodSource("mendable")
  void aFixLeavesNothingOfIt(HelmfileMistake mistake) throws IOException {
    write(mistake.files());
    String[] fix = mistake.fix().orElseThrow().equals("safe") ? new String[] {} : UNSAFE;
    Set<String> others = wanted(mistake);
    others.remove(mistake.rule());

    CliRun shown = CliRun.in(here, mistake.command(with(fix, "fix", "--diff")));
    Map<String, String> untouched = files(mistake);
    CliRun mended = CliRun.in(here, mistake.command(with(fix, "fix")));

    assertThat(shown.out()).contains("--- a/", "+++ b/");
    assertThat(untouched).isEqualTo(mistake.files());
    assertThat(mended.err()).doesNotContain("Exception");
    assertThat(rules(diagnostics(mistake))).isSubsetOf(others);
  }

  @Test
  void thePageSaysWhatIsFound() throws IOException {
    GoldenFile.verify(PAGE, page(HelmfileMistake.all()));
  }

  private static final String[] UNSAFE = {"--unsafe"};

  private static String[] with(String[] more, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private void write(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      CliRun.write(here, file.getKey(), file.getValue());
    }
  }

  private Map<String, String> files(HelmfileMistake mistake) throws IOException {
    Map<String, String> files = mistake.files();
    for (Map.Entry<String, String> file : files.entrySet()) {
      file.setValue(Files.readString(here.resolve(file.getKey())));
    }
    return files;
  }

  private List<Map<?, ?>> diagnostics(HelmfileMistake mistake) {
    CliRun run = CliRun.in(here, mistake.command("check", "--format", "json"));
    Map<?, ?> report = new Yaml().load(run.out());
    List<Map<?, ?>> all = new ArrayList<>();
    list(report, "diagnostics").forEach(each -> all.add((Map<?, ?>) each));
    return all;
  }

  private static Set<String> wanted(HelmfileMistake mistake) {
    Set<String> rules = new TreeSet<>(mistake.fields().texts("also"));
    rules.add(mistake.rule());
    return rules;
  }

  private static Set<String> rules(List<Map<?, ?>> diagnostics) {
    return diagnostics.stream()
        .map(each -> String.valueOf(each.get("rule")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> fixes(Map<?, ?> diagnostic) {
    return list(diagnostic, "fixes").stream()
        .map(each -> String.valueOf(((Map<?, ?>) each).get("applicability")))
        .filter(each -> !each.equals("display"))
        .toList();
  }

  private static List<String> environments(Map<?, ?> diagnostic) {
    return list(diagnostic, "affects").stream()
        .map(each -> String.valueOf(((Map<?, ?>) each).get("environment")))
        .distinct()
        .toList();
  }

  private static String place(Map<?, ?> diagnostic) {
    Map<?, ?> location = map(diagnostic, "location");
    Map<?, ?> start = map(map(location, "range"), "start");
    Map<?, ?> end = map(map(location, "range"), "end");
    return "%s:%s:%s-%s"
        .formatted(location.get("file"), start.get("line"), start.get("column"), end.get("column"));
  }

  private static Map<?, ?> map(Map<?, ?> json, String key) {
    return (Map<?, ?>) Objects.requireNonNull(json.get(key), key);
  }

  private static List<?> list(Map<?, ?> json, String key) {
    return (List<?>) Objects.requireNonNull(json.get(key), key);
  }

  private static String page(List<HelmfileMistake> mistakes) {
    StringBuilder page =
        new StringBuilder(
            """
            <!-- Generated from fixtures/helmfile-mistakes/mistakes.yaml: change it there and run the tests of cli with -Dgolden.update=true. -->
            # Mistakes in helmfiles

            What people write, what the real helmfile does about it, and the rule that finds it. `plimsoll fix` mends
            what has a safe fix, `plimsoll fix --unsafe` the rest that has one; `--diff` shows it first.
            """);
    for (String section : mistakes.stream().map(HelmfileMistake::section).distinct().toList()) {
      page.append("\n## ").append(section).append("\n\n");
      page.append("| mistake | what helmfile does | rule | fix |\n|---|---|---|---|\n");
      for (HelmfileMistake each : mistakes) {
        if (each.section().equals(section)) {
          page.append(
              "| %s | %s | [`%s`](rules/%s.md) | %s |\n"
                  .formatted(
                      each.title(),
                      each.effect(),
                      each.rule(),
                      each.rule(),
                      each.fix().orElse("")));
        }
      }
    }
    return page.toString();
  }
}
