package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page has what the tests on a control plane have done, all of it and nothing else. */
final class ScenarioTableTest {

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void everyScenarioWasTriedWithBothHelms(Scenario scenario) {
    List<ScenarioTable.Row> rows =
        ScenarioTable.rows().stream().filter(row -> row.isOf(scenario)).toList();

    for (int helm : List.of(3, 4)) {
      assertThat(rows).filteredOn(row -> !row.time(helm).isEmpty()).hasSize(1);
    }
  }

  @Test
  void everyRowIsOfAScenario() {
    assertThat(ScenarioTable.rows())
        .allMatch(row -> Stream.of(Scenario.values()).anyMatch(row::isOf));
  }
}
