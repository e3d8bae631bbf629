package dev.plimsoll.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reads commands as the runner of GitHub Actions reads them. */
final class GithubReportTest {

  private record Command(String name, Map<String, String> properties, String data) {}

  @Test
  void runnerReadsWhatWasMeant() {
    List<Command> commands = commands(GithubReport.render(ReportSamples.full()));

    assertThat(commands)
        .extracting(Command::name)
        .containsExactly("error", "group", "endgroup", "warning");
    assertThat(commands.getFirst().properties())
        .containsExactly(
            Map.entry("file", "estate/env ü/pr#d,1:2%.yaml"),
            Map.entry("line", "2"),
            Map.entry("endLine", "2"),
            Map.entry("col", "4"),
            Map.entry("endColumn", "9"),
            Map.entry("title", "bad-thing"));
    assertThat(commands.getFirst().data())
        .isEqualTo(ReportSamples.NASTY + "\nAffects shop in dev (dev-1), prod.");
  }

  @Test
  void everyCommandIsOneLine() {
    assertThat(GithubReport.render(ReportSamples.full()).lines()).hasSize(5);
  }

  @Test
  void whatIsInTheLogIsNoCommand() {
    assertThat(GithubReport.render(ReportSamples.full()).lines().toList().get(2))
        .startsWith("not checked: estate/env ü/pr#d,1:2%.yaml:1:1: ")
        .doesNotContain("##[");
  }

  @Test
  void elevenAnnotationsOfAKindAreMoreThanGithubShows() {
    String report = GithubReport.render(ReportSamples.warnings(12));

    assertThat(commands(report))
        .extracting(Command::name)
        .filteredOn("warning"::equals)
        .hasSize(10);
    assertThat(report)
        .contains(
            """
            ::group::2 further results
            warning[some-thing]: values.yaml:11:1: Number 10 of ## [warning]x.
            """)
        .endsWith("::endgroup::\n");
  }

  private static List<Command> commands(String report) {
    return report
        .lines()
        .filter(line -> line.stripLeading().startsWith("::"))
        .map(GithubReportTest::command)
        .toList();
  }

  /** As {@code ActionCommand.TryParseV2} of actions/runner. */
  private static Command command(String line) {
    int end = line.indexOf("::", 2);
    String head = line.substring(2, end);
    int space = head.indexOf(' ');
    Map<String, String> properties = new LinkedHashMap<>();
    if (space > 0) {
      for (String pair : head.substring(space + 1).split(",", -1)) {
        String[] parts = pair.split("=", 2);
        properties.put(
            parts[0],
            parts[1]
                .replace("%0D", "\r")
                .replace("%0A", "\n")
                .replace("%3A", ":")
                .replace("%2C", ",")
                .replace("%25", "%"));
      }
    }
    String data =
        line.substring(end + 2).replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    return new Command(space > 0 ? head.substring(0, space) : head, properties, data);
  }
}
