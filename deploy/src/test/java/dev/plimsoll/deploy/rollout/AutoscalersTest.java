package dev.plimsoll.deploy.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Replicas outside the bounds of an autoscaler are on their way back between them. */
final class AutoscalersTest {

  @ParameterizedTest
  @CsvSource({
    "Deployment, web, 1, its autoscaler goes from 1 to 2 replicas",
    "Deployment, web, 2, ''",
    "Deployment, web, 5, its autoscaler goes from 5 to 4 replicas",
    // It is turned off.
    "Deployment, web, 0, ''",
    "StatefulSet, web, 1, ''",
    "Deployment, worker, 1, ''",
  })
  void bounds(String kind, String name, int replicas, String said) {
    Autoscalers autoscalers =
        new Autoscalers(
            List.of(
                JsonMapper.shared()
                    .readTree(
                        """
                        {"metadata": {"namespace": "shop"},
                         "spec": {"scaleTargetRef": {"kind": "Deployment", "name": "web"},
                                  "minReplicas": 2, "maxReplicas": 4}}
                        """)));

    assertThat(
            autoscalers
                .isStillTo(
                    JsonMapper.shared()
                        .readTree(
                            """
                            {"kind": "%s", "metadata": {"namespace": "shop", "name": "%s"},
                             "spec": {"replicas": %d}}
                            """
                                .formatted(kind, name, replicas)))
                .orElse(""))
        .isEqualTo(said);
  }
}
