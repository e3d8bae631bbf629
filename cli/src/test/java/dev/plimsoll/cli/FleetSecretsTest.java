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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fleet with encrypted secrets and nobody who has the key. */
final class FleetSecretsTest {

  private static final Path FLEET = Path.of("../fixtures/fleet").toAbsolutePath().normalize();
  private static final List<String> ENVIRONMENTS = List.of("dev", "prod-eu", "prod-us");
  private static final Pattern LEAF =
      Pattern.compile("data:([^,]+),iv:([^,]+),tag:([^,]+),type:\\w+");

  /** What the key of {@code fixtures/age-test-key.txt} makes of the leaves of all environments. */
  private static final List<String> PLAINTEXTS =
      List.of(
          "pier-dev-4Tq9vXw2",
          "7c1f0d5e9ab34286b0fe27c95d134a68",
          "$apr1$Vt5mJ8dR$2v0e4GqNq0mE3o0Wm6zYk1",
          "quay-eu-8Rw3nZb6Ty",
          "19d8ce40f2b7a365d04e8b17c3fa5926",
          "$apr1$Kd9sQ2wX$e7Lr1mVb5Yt0UcHq8ZpAj/",
          "83514207",
          "mq-eu.internal.example",
          "tok_eu_5fXc7Lq0VdNw",
          "dock-us-6Hm1pKs9Vf",
          "c40b97e2d8351fa6024ed7b96c1f83a5",
          "$apr1$Wn4rT8yB$f2Gz6kJd9Xs3LvCe1QuMo0",
          "61907358",
          "mq-us.internal.example",
          "tok_us_9gBr2Mz4HeKp");

  @TempDir private Path here;

  @BeforeEach
  void copyTheFleet() throws IOException {
    try (Stream<Path> files = Files.walk(FLEET)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        CliRun.write(here, FLEET.relativize(file).toString(), Files.readString(file));
      }
    }
  }

  /** Every output format of every command that looks at a workspace. */
  static Stream<String> commands() {
    List<String> commands = new ArrayList<>();
    commands.add("check --show info --debug");
    commands.add("check --format json --report text=report.txt --report json=report.json");
    for (String format :
        List.of("sarif", "junit", "github", "gitlab", "gitlab-sast", "markdown", "html")) {
      commands.add("check --format " + format);
    }
    commands.add("fix --diff --unsafe");
    commands.add("fix --unsafe");
    commands.add("baseline");
    for (String format : List.of("table", "json")) {
      commands.add("suppressions --format " + format);
    }
    for (String format : List.of("table", "json", "dot", "mermaid")) {
      commands.add("releases --format " + format);
    }
    ENVIRONMENTS.forEach(each -> ofEnvironment(each, commands));
    return commands.stream();
  }

  private static void ofEnvironment(String environment, List<String> commands) {
    String chosen = " -e " + environment;
    commands.add("check --show info" + chosen);
    String other = environment.equals("dev") ? "prod-eu" : "dev";
    for (String format : List.of("yaml", "json")) {
      commands.add("values ledger --format " + format + chosen);
      commands.add("values ledger --show-origins --show-secrets --format " + format + chosen);
      commands.add("values ledger --diff " + other + " --show-secrets --format " + format + chosen);
    }
    for (String format : List.of("text", "json")) {
      commands.add("why ledger secrets --format " + format + chosen);
      commands.add("why ledger secrets.sessionKey --format " + format + chosen);
      commands.add("render ledger --compare-helm 3.22,4.3 --format " + format + chosen);
    }
    commands.add("render ledger" + chosen);
    commands.add("render ledger --show-origins" + chosen);
    commands.add("render" + chosen);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void noOutputHasAnythingOfASecret(String command) throws IOException {
    CliRun run = CliRun.in(here, command.split(" ", -1));

    StringBuilder all = new StringBuilder(run.out()).append(run.err());
    try (Stream<Path> written = Files.list(here)) {
      for (Path file : written.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    assertThat(run.out() + run.err()).isNotEmpty().doesNotContain("Usage:");
    assertThat(all.toString()).doesNotContain(secrets());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod-eu", "prod-us"})
  void rendersWithTokensInTheirPlace(String environment) {
    CliRun run = CliRun.in(here, "render", "ledger", "-e", environment);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("kind: Secret").containsPattern("sessionKey: \\S");
  }

  @Test
  void aLeafKeepsItsType() {
    assertThat(CliRun.in(here, "values", "ledger", "-e", "prod-eu").out())
        .containsPattern("pin: \\d")
        .containsPattern("brokers:\\s+- host: \\D");
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
    assertThat(secrets).hasSizeGreaterThan(3 * 15);
    return secrets;
  }
}
