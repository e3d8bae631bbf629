package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of {@code docs/deploy-scenarios.md}: what really became of the deploys that the tests
 * have done. Each says its row here; {@code -Dgolden.update=true} writes it anew, with its seconds.
 */
final class ScenarioTable {

  private static final Path PAGE =
      Path.of(System.getProperty("plimsoll.root"), "docs/deploy-scenarios.md");

  private static final String LINE = "| --- | --- | --- | --- | --- |";

  /** For what ended before there was a journal. */
  static final String NO_TIME = "–";

  /**
   * A row.
   *
   * @param code the exit code
   * @param end how the release was left
   * @param helm3 how long it took with Helm 3; empty if it is not like that with it
   */
  record Row(String title, String code, String end, String helm3, String helm4) {

    static Row parse(String line) {
      String[] cells = line.substring(1, line.length() - 1).split("\\|", -1);
      List<String> texts = Arrays.stream(cells).map(String::strip).toList();
      assertThat(texts).as(line).hasSize(5);
      return new Row(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4));
    }

    boolean isOf(Scenario scenario) {
      return title.equals(scenario.title());
    }

    boolean isLike(Row other) {
      return title.equals(other.title) && code.equals(other.code) && end.equals(other.end);
    }

    String time(int helm) {
      return helm == 3 ? helm3 : helm4;
    }

    Row with(int helm, String time) {
      return new Row(title, code, end, helm == 3 ? time : helm3, helm == 4 ? time : helm4);
    }

    @Override
    public String toString() {
      return "| " + String.join(" | ", title, code, end, helm3, helm4) + " |";
    }
  }

  private ScenarioTable() {}

  /** Says how a plan's first run has ended, and how the release was left. */
  static void holds(Scenario scenario, DeployBench bench, String plan, int code) {
    holds(scenario, bench.helm(), Integer.toString(code), bench.end(), bench.time(plan));
  }

  /** Says how anything else has ended. */
  static synchronized void holds(
      Scenario scenario, int helm, String code, String end, String time) {
    Row now = new Row(scenario.title(), code, end, "", "").with(helm, time);
    if (Boolean.getBoolean("golden.update")) {
      write(scenario, helm, now);
    }
    assertThat(rows())
        .as("docs/deploy-scenarios.md lacks this row; write it with -Dgolden.update=true: %s", now)
        .anyMatch(row -> row.isLike(now) && !row.time(helm).isEmpty());
  }

  /** Every row of the page. */
  static List<Row> rows() {
    return read()
        .lines()
        .dropWhile(line -> !line.equals(LINE))
        .skip(1)
        .takeWhile(line -> line.startsWith("|"))
        .map(Row::parse)
        .toList();
  }

  private static void write(Scenario scenario, int helm, Row now) {
    List<Row> rows = new ArrayList<>();
    Optional<Row> found = Optional.empty();
    for (Row row : rows()) {
      Row rest = row.isOf(scenario) ? row.with(helm, "") : row;
      if (rest.isLike(now)) {
        found = Optional.of(rest);
      } else if (!rest.helm3().isEmpty() || !rest.helm4().isEmpty()) {
        rows.add(rest);
      }
    }
    rows.add(found.map(row -> row.with(helm, now.time(helm))).orElse(now));
    rows.sort(Comparator.comparingInt(ScenarioTable::place).thenComparing(Row::code));
    String page = read();
    int from = page.indexOf(LINE) + LINE.length() + 1;
    String after =
        page.substring(from)
            .lines()
            .dropWhile(line -> line.startsWith("|"))
            .reduce("", (text, line) -> text + line + "\n");
    StringBuilder table = new StringBuilder();
    rows.forEach(row -> table.append(row).append('\n'));
    try {
      Files.writeString(PAGE, page.substring(0, from) + table + after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a row stands; what is no scenario any more stands last. */
  private static int place(Row row) {
    return Stream.of(Scenario.values())
        .filter(row::isOf)
        .findFirst()
        .map(Scenario::ordinal)
        .orElse(Integer.MAX_VALUE);
  }

  /** How long it took, for a cell. */
  static String time(List<Instant> times) {
    return times.size() < 2 ? NO_TIME : time(Duration.between(times.getFirst(), times.getLast()));
  }

  static String time(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  private static String read() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
