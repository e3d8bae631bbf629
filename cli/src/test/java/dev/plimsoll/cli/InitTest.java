package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InitTest {

  private static final Path FIXTURES = Path.of(System.getProperty("plimsoll.root"), "fixtures");

  @TempDir private Path workspace;

  @ParameterizedTest
  @ValueSource(strings = {"shop-at-risk", "fleet", "chain"})
  void aCheckFindsTheSameWithTheFileAsWithoutIt(String fixture) throws IOException {
    copy(FIXTURES.resolve(fixture), workspace);
    Files.deleteIfExists(workspace.resolve("plimsoll.yaml"));
    CliRun before = CliRun.in(workspace, "check", "--format", "json");

    assertThat(CliRun.in(workspace, "init").code()).isZero();

    CliRun after = CliRun.in(workspace, "check", "--format", "json");
    assertThat(after.out()).isEqualTo(before.out());
    assertThat(after.code()).isEqualTo(before.code());
  }

  @Test
  void theFileSaysWhatWasFound() throws IOException {
    CliRun.write(workspace, "charts/app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    CliRun.write(workspace, "environments/dev/values.yaml", "{}\n");
    CliRun.write(workspace, "environments/prod/values.yaml", "{}\n");

    CliRun run = CliRun.in(workspace, "init", "--dry-run");

    assertThat(run.out())
        .contains("helm: {version: \"4.3\"}\n")
        .contains(
            "environments:\n  \"dev\": {profile: development}\n  \"prod\": {profile:"
                + " production}\n");
    assertThat(workspace.resolve("plimsoll.yaml")).doesNotExist();
  }

  @Test
  void aFileThatIsThereStays() throws IOException {
    CliRun.write(workspace, "plimsoll.yaml", "apiVersion: plimsoll.dev/v1\nkind: Project\n");

    CliRun run = CliRun.in(workspace, "init");

    assertThat(run.err())
        .isEqualTo("plimsoll: There is a `plimsoll.yaml` already; it stays as it is.\n");
    assertThat(run.code()).isEqualTo(2);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
