package dev.plimsoll.deploy.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A refusal counts while a controller wants more pods than it has of the generation it has seen.
 */
final class WorkloadStatusTest {

  @ParameterizedTest
  @CsvSource({
    "5, 3, 2, 2, true",
    "2, 3, 2, 2, false",
    "2, 2, 2, 2, false",
    // What is refused is of the generation before.
    "5, 3, 3, 2, false",
  })
  void pods(int wanted, int updated, int generation, int observed, boolean lacks) {
    JsonNode workload =
        JsonMapper.shared()
            .readTree(
                """
                {"metadata": {"generation": %d}, "spec": {"replicas": %d},
                 "status": {"observedGeneration": %d, "updatedReplicas": %d}}
                """
                    .formatted(generation, wanted, observed, updated));

    assertThat(WorkloadStatus.lacksPods(workload)).isEqualTo(lacks);
  }
}
