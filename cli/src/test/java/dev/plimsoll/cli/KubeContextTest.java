package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Which cluster a release goes to: its own context, else that of {@code helmDefaults}, and only
 * then that of its environment. What helmfile 1.8.0 gave to Helm as {@code --kube-context} was the
 * same in each case.
 */
final class KubeContextTest {

  @TempDir private Path here;

  @ParameterizedTest
  @CsvSource({
    "'', '', by-environment",
    "kubeContext: by-defaults, '', by-defaults",
    "'', kubeContext: by-release, by-release",
    "kubeContext: by-defaults, kubeContext: by-release, by-release"
  })
  void theEnvironmentComesLast(String defaults, String release, String cluster) throws IOException {
    CliRun.write(here, "charts/app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    CliRun.write(
        here,
        "helmfile.yaml",
        """
        environments:
          prod:
            kubeContext: by-environment
        ---
        helmDefaults:
          wait: true
          %s
        releases:
          - name: app
            namespace: app
            chart: ./charts/app
            %s
        """
            .formatted(defaults, release));

    List<Map<String, Object>> rows =
        new Yaml().load(CliRun.in(here, "releases", "-e", "prod", "--format", "json").out());
    boolean isShadowed = CliRun.in(here, "check").out().contains("shadowed-kube-context");

    assertThat(new TreeMap<>(rows.getFirst())).containsEntry("cluster", cluster);
    assertThat(isShadowed).isEqualTo(!cluster.equals("by-environment"));
  }
}
