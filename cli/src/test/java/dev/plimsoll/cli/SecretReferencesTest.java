package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** References to secret stores ({@code ref+}) in every place where helmfile takes them. */
final class SecretReferencesTest {

  private static final Path ESTATE = Path.of("../fixtures/references").toAbsolutePath().normalize();
  private static final Pattern REFERENCE = Pattern.compile("ref\\+echo://([a-z]+-\\d+)");

  @TempDir private Path here;

  @Test
  void aTokenStandsWhereHelmfilePutsTheSecret() throws IOException {
    CliRun run = CliRun.in(ESTATE, "render");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(Files.readString(ESTATE.resolve("recorded/template-default.yaml")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "render places",
        "values places --show-secrets",
        "values places --show-secrets --format json",
        "why places inline.part --format json",
        "check --format json --show info"
      })
  void whatIsReferredToIsNotSaid(String command) throws IOException {
    CliRun run = CliRun.in(ESTATE, command.split(" ", -1));

    assertThat(run.out()).isNotEmpty().doesNotContain(secrets());
  }

  @Test
  void aReferenceForAWholeFileIsSaidAloud() throws IOException {
    CliRun.write(here, "charts/app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    CliRun.write(
        here,
        "helmfile.yaml",
        """
        releases:
          - name: app
            namespace: app
            chart: ./charts/app
            values:
              - ref+awssecrets://estate/values
        """);

    CliRun run = CliRun.in(here, "render");

    assertThat(run.code()).isOne();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("helmfile.yaml:6:9", "values of `app` that a secret store names were not read");
  }

  private static List<String> secrets() throws IOException {
    List<String> secrets = new ArrayList<>();
    for (String file :
        List.of("helmfile.yaml.gotmpl", "values/plain.yaml", "values/rendered.yaml.gotmpl")) {
      Stream<String> found =
          REFERENCE
              .matcher(Files.readString(ESTATE.resolve(file)))
              .results()
              .map(match -> match.group(1));
      found.forEach(secrets::add);
    }
    assertThat(secrets).hasSizeGreaterThan(10);
    return secrets;
  }
}
