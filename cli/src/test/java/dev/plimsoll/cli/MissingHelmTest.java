package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines without helm. */
final class MissingHelmTest {

  private static final String MESSAGE =
      "There is no `helm` on the PATH, and deploys are done with your own, 3 or 4: install it, or"
          + " say where it is with --helm.";

  @TempDir private Path folder;

  @Test
  void nothingIsPlannedOrDeployedWithoutOne() throws IOException, GeneralSecurityException {
    new DeployTraining(folder, new PrintStream(OutputStream.nullOutputStream())).play();
    Map<String, String> without = Map.of("PATH", "/nowhere", "KUBECONFIG", "kubeconfig");

    CliRun plan = CliRun.with(without, folder, "plan", "web", "-e", "dev", "-o", "other");
    CliRun deploy = CliRun.with(without, folder, "deploy", "plan");

    assertThat(plan.err()).contains(MESSAGE);
    assertThat(plan.code()).isEqualTo(2);
    assertThat(folder.resolve("other")).doesNotExist();
    assertThat(deploy.err()).contains(MESSAGE);
    assertThat(deploy.code()).isEqualTo(2);
    assertThat(folder.resolve("plan/runs/run-0002")).doesNotExist();
  }

  @Test
  void whatIsNamedMustBeHelm() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "#!/bin/sh\necho v2.17.0\n");

    CliRun none = CliRun.in(folder, "plan", "web", "-e", "dev", "--helm", "missing");
    assertThat(none.err()).contains("missing` is no program.");
    assertThat(none.code()).isEqualTo(2);

    assertThat(other.toFile().setExecutable(true)).isTrue();
    CliRun old = CliRun.in(folder, "plan", "web", "-e", "dev", "--helm", "other");
    assertThat(old.err()).contains("other` is no Helm 3 or later.");
    assertThat(old.code()).isEqualTo(2);
  }
}
