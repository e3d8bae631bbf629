package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fleet with encrypted secrets and nobody who has the key. */
final class FleetSecretsTest {

  private static final Path FLEET = Path.of("../fixtures/fleet").toAbsolutePath().normalize();
  private static final Pattern LEAF =
      Pattern.compile("data:([^,]+),iv:([^,]+),tag:([^,]+),type:str");

  /** What the key of {@code fixtures/age-test-key.txt} makes of the leaves of the dev secrets. */
  private static final List<String> PLAINTEXTS =
      List.of(
          "pier-dev-4Tq9vXw2",
          "7c1f0d5e9ab34286b0fe27c95d134a68",
          "$apr1$Vt5mJ8dR$2v0e4GqNq0mE3o0Wm6zYk1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --show info",
        "check --format json",
        "check --format sarif",
        "check --format junit",
        "check --format github",
        "check --format gitlab",
        "check --format gitlab-sast",
        "check --format markdown",
        "check --format html",
        "releases --format json",
        "releases --format dot",
        "values ledger -e dev --show-origins",
        "values ledger -e dev --format json",
        "why ledger secrets.databasePassword -e dev",
        "render ledger -e dev --show-origins",
        "render -e dev",
        "render -e prod-eu -l name!=metrics",
        "fix --diff"
      })
  void noOutputHasAnythingOfASecret(String command) throws IOException {
    CliRun run = CliRun.in(FLEET, command.split(" ", -1));

    String all = run.out() + run.err();
    assertThat(all).isNotEmpty();
    assertThat(run.err()).doesNotContain("Unknown option");
    for (String secret : secrets()) {
      assertThat(all).doesNotContain(secret);
    }
  }

  private static List<String> secrets() throws IOException {
    List<String> secrets = new ArrayList<>(PLAINTEXTS);
    try (Stream<Path> files = Files.list(FLEET.resolve("secrets"))) {
      for (Path file : files.toList()) {
        Matcher leaves = LEAF.matcher(Files.readString(file));
        while (leaves.find()) {
          secrets.addAll(List.of(leaves.group(1), leaves.group(2), leaves.group(3)));
        }
      }
    }
    assertThat(secrets).hasSizeGreaterThan(20);
    return secrets;
  }
}
