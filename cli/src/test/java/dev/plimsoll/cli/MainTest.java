package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.command.VersionProvider;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class MainTest {

  @Test
  void versionIsThatOfTheBuild() throws IOException {
    assertThat(VersionProvider.version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?");
  }

  @Test
  void unknownOptionIsWrongUsage() {
    assertThat(Main.execute("--no-such-option")).isEqualTo(2);
  }
}
