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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Estates with encrypted secrets and nobody who has the key. */
final class SealedSecretsTest {

  private static final Path FIXTURES = Path.of("../fixtures").toAbsolutePath().normalize();
  private static final Pattern LEAF =
      Pattern.compile("data:([^,]+),iv:([^,]+),tag:([^,]+),type:\\w+");

  /**
   * An estate of the fixtures.
   *
   * @param release that has secrets
   * @param key of its values below which they are
   * @param leaf one of them
   * @param plaintexts what the key of {@code fixtures/age-test-key.txt} makes of the leaves of all
   *     environments
   */
  record Sealed(
      String folder,
      String release,
      String key,
      String leaf,
      List<String> environments,
      List<String> plaintexts) {

    Path path() {
      return FIXTURES.resolve(folder);
    }
  }

  /** The secrets of a release. */
  private static final Sealed FLEET =
      new Sealed(
          "fleet",
          "ledger",
          "secrets",
          "secrets.sessionKey",
          List.of("dev", "prod-eu", "prod-us"),
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
              "tok_us_9gBr2Mz4HeKp"));

  /** The secrets of environments, which state files and values files put into text. */
  private static final Sealed VAULT =
      new Sealed(
          "vault",
          "api",
          "database",
          "database.password",
          List.of("staging", "prod"),
          List.of(
              "k3y-of-staging-8361",
              "staging-pass-5527",
              "k3y-of-all-2290",
              "hook-token-7714",
              "k3y-of-prod-9046",
              "prod-pass-1183"));

  @TempDir private Path here;

  private void copy(Sealed estate) throws IOException {
    try (Stream<Path> files = Files.walk(estate.path())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        CliRun.write(here, estate.path().relativize(file).toString(), Files.readString(file));
      }
    }
  }

  /** Every output format of every command that looks at a workspace, for each estate. */
  static Stream<Arguments> commands() {
    return Stream.of(FLEET, VAULT)
        .flatMap(estate -> commands(estate).stream().map(command -> Arguments.of(estate, command)));
  }

  private static List<String> commands(Sealed estate) {
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
    commands.add("init");
    for (String format : List.of("table", "json")) {
      commands.add("suppressions --format " + format);
    }
    for (String format : List.of("table", "json", "dot", "mermaid")) {
      commands.add("releases --format " + format);
    }
    estate.environments().forEach(each -> ofEnvironment(estate, each, commands));
    return commands;
  }

  private static void ofEnvironment(Sealed estate, String environment, List<String> commands) {
    String chosen = " -e " + environment;
    commands.add("check --show info" + chosen);
    String release = estate.release();
    String other =
        estate.environments().stream()
            .filter(each -> !each.equals(environment))
            .findFirst()
            .orElseThrow();
    String values = "values " + release;
    for (String format : List.of("yaml", "json")) {
      commands.add(values + " --format " + format + chosen);
      commands.add(values + " --show-origins --show-secrets --format " + format + chosen);
      commands.add(values + " --diff " + other + " --show-secrets --format " + format + chosen);
    }
    for (String format : List.of("text", "json")) {
      commands.add("why " + release + " " + estate.key() + " --format " + format + chosen);
      commands.add("why " + release + " " + estate.leaf() + " --format " + format + chosen);
      commands.add("render " + release + " --compare-helm 3.22,4.3 --format " + format + chosen);
    }
    commands.add("render " + release + chosen);
    commands.add("render " + release + " --show-origins" + chosen);
    commands.add("render" + chosen);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void noOutputHasAnythingOfASecret(Sealed estate, String command) throws IOException {
    copy(estate);
    CliRun run = CliRun.in(here, command.split(" ", -1));

    StringBuilder all = new StringBuilder(run.out()).append(run.err());
    try (Stream<Path> written = Files.list(here)) {
      for (Path file : written.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    assertThat(run.err()).doesNotContain("Usage:", "Unknown option");
    assertThat(all.toString()).doesNotContain(secrets(estate));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod-eu", "prod-us"})
  void rendersWithTokensInTheirPlace(String environment) throws IOException {
    copy(FLEET);
    CliRun run = CliRun.in(here, "render", "ledger", "-e", environment);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("kind: Secret").containsPattern("sessionKey: \\S");
  }

  @Test
  void aSecretOfAnEnvironmentIsATokenInTheTextThatItIsPutInto() throws IOException {
    copy(VAULT);
    CliRun run = CliRun.in(here, "render", "api", "-e", "prod");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "database-url: \"postgres://api:plimsoll-opaque-secret@db.prod.example.com/api\"",
            "signing-key: \"plimsoll-opaque-secret\"");
  }

  @Test
  void aLeafKeepsItsType() throws IOException {
    copy(FLEET);
    assertThat(CliRun.in(here, "values", "ledger", "-e", "prod-eu").out())
        .containsPattern("pin: \\d")
        .containsPattern("brokers:\\s+- host: \\D");
  }

  private static List<String> secrets(Sealed estate) throws IOException {
    List<String> secrets = new ArrayList<>(estate.plaintexts());
    try (Stream<Path> files = Files.list(estate.path().resolve("secrets"))) {
      for (Path file : files.toList()) {
        Matcher leaves = LEAF.matcher(Files.readString(file));
        while (leaves.find()) {
          secrets.addAll(List.of(leaves.group(1), leaves.group(2), leaves.group(3)));
        }
      }
    }
    assertThat(secrets).hasSizeGreaterThanOrEqualTo(3 * estate.plaintexts().size());
    return secrets;
  }
}
