package dev.plimsoll.deploy.helm;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The sops of the person who deploys, with that person's keys. */
public final class Sops {

  private final Map<String, String> environment;

  public Sops(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * What a values file holds once it is decrypted, as JSON. It comes through a pipe and is on no
   * disk.
   */
  public String decrypt(Path file) throws HelmFailure {
    Path program =
        ShortCommand.onPath(environment, "sops")
            .orElseThrow(
                () -> new HelmFailure("There is no `sops` on the PATH, and values are encrypted."));
    List<String> command =
        List.of(
            program.toString(),
            "--decrypt",
            "--input-type",
            "yaml",
            "--output-type",
            "json",
            file.toString());
    return ShortCommand.output(
        ShortCommand.builder(command, environment),
        said ->
            "sops cannot open `"
                + file.getFileName()
                + "`: "
                + said.lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip()
                + ".");
  }
}
