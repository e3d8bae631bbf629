package dev.plimsoll.deploy.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which pods of a workload count while it goes from one generation to the next. */
final class WorkloadStatusTest {

  private static final String OBSERVED = "\"observedGeneration\": 2";
  private static final String DEPLOYMENT = "\"replicas\": 4, \"availableReplicas\": 3";
  private static final String SET = "\"readyReplicas\": 3, \"updateRevision\": \"b\"";
  private static final String DAEMON = "\"desiredNumberScheduled\": 3, \"numberAvailable\": 3";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // Three pods of before are there, and of the new ones none, one that is not ready, or more.
        "Deployment; ; " + DEPLOYMENT + "; ; 0 of 3 ready",
        "Deployment; " + OBSERVED + "; " + DEPLOYMENT + "; False; 0 of 3 ready",
        "Deployment; " + OBSERVED + "; " + DEPLOYMENT + "; True False; 1 of 3 ready",
        "Deployment; " + OBSERVED + "; " + DEPLOYMENT + "; True True True True; 3 of 3 ready",
        // Its controller says that all are new and available, and may know it before the pods are
        // seen.
        "Deployment; "
            + OBSERVED
            + "; \"replicas\": 3, \"updatedReplicas\": 3, \"availableReplicas\": 3; ; 3 of 3 ready",
        // The newest pods are those of before until the controller has seen the change.
        "Deployment; ; " + DEPLOYMENT + "; True True True; 0 of 3 ready",
        "StatefulSet; ; " + SET + "; True True True; 0 of 3 ready",
        "StatefulSet; " + OBSERVED + "; " + SET + "; False; 0 of 3 ready",
        "StatefulSet; " + OBSERVED + "; " + SET + ", \"updatedReplicas\": 3; True; 3 of 3 ready",
        "DaemonSet; " + OBSERVED + "; " + DAEMON + "; True False; 1 of 3 ready",
      })
  void progressCountsNewPodsAlone(
      String kind, @Nullable String observed, String status, @Nullable String pods, String shown) {
    JsonNode workload =
        JsonMapper.shared()
            .readTree(
                """
                {"kind": "%s", "metadata": {"generation": 2}, "spec": {"replicas": 3},
                 "status": {%s}}
                """
                    .formatted(kind, observed == null ? status : observed + ", " + status));
    List<JsonNode> fresh =
        Arrays.stream(pods == null ? new String[0] : pods.split(" ", -1))
            .map(ready ->
                JsonMapper.shared()
                    .readTree(
                        "{\"status\": {\"conditions\": [{\"type\": \"Ready\", \"status\": \"%s\"}]}}"
                            .formatted(ready)))
            .toList();

    assertThat(WorkloadStatus.of(workload, fresh).progress()).isEqualTo(shown);
  }

  /**
   * A refusal counts while a controller wants more pods than it has of the generation it has seen.
   */
  @ParameterizedTest
  @CsvSource({
    "5, 3, 2, 2, true",
    "2, 3, 2, 2, false",
    "2, 2, 2, 2, false",
    // What is refused is of the generation before.
    "5, 3, 3, 2, false",
  })
  void lacksPods(int wanted, int updated, int generation, int observed, boolean lacks) {
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
