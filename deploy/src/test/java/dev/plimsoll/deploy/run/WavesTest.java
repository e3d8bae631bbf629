package dev.plimsoll.deploy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.deploy.cluster.ClusterIdentity;
import dev.plimsoll.deploy.plan.Plan;
import dev.plimsoll.deploy.plan.PlanFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Releases of one cluster are done in the order of their needs, and at once where they can be. */
final class WavesTest {

  @Test
  void groupsNeedOnlyThoseBefore() throws IOException {
    Waves.Wave wave =
        wave(
            plan("eu", "web", "data/db", "data/cache"),
            plan("eu", "cache"),
            plan("us", "web", "data/db"),
            plan("eu", "db"));

    // What is in no plan of the same cluster is not waited for.
    assertThat(groups(wave)).containsExactly("eu cache, eu db", "eu web", "us web");
  }

  @Test
  void aCircleIsRefused() {
    Waves.Wave wave = wave(plan("eu", "a", "data/b"), plan("eu", "b", "data/a"), plan("eu", "c"));

    assertThatThrownBy(wave::groups)
        .isInstanceOf(IOException.class)
        .hasMessage("releases need each other: data/a, data/b");
  }

  private static List<String> groups(Waves.Wave wave) throws IOException {
    return wave.groups().stream()
        .map(group ->
            String.join(
                ", ",
                group.stream()
                    .map(each -> each.plan().cluster() + " " + each.plan().release())
                    .toList()))
        .toList();
  }

  private static Waves.Wave wave(PlanFolder... plans) {
    return new Waves.Wave(List.of(plans), Duration.ZERO, 0);
  }

  private static PlanFolder plan(String cluster, String release, String... needs) {
    Plan plan =
        new Plan(
            Instant.EPOCH,
            "ana",
            "",
            "prod",
            "production",
            cluster,
            release,
            "data",
            new ClusterIdentity("uid-of-" + cluster, "v1.36.3", cluster),
            "v4.3.1",
            release + "-1.0.0",
            Optional.empty(),
            false,
            List.of(needs),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of());
    return new PlanFolder(Path.of(cluster, release), plan, "sha256:0");
  }
}
