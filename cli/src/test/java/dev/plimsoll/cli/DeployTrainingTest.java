package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeployTrainingTest {

  @TempDir private Path folder;

  @Test
  void playsADeployToItsEnd() throws IOException, GeneralSecurityException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    List<Integer> codes = new DeployTraining(folder, out).play();

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains(
            "+ Deployment web", "2 of 2 ready", "web in dev on local is deployed and healthy");
    assertThat(codes).containsExactly(0, 0);
  }
}
