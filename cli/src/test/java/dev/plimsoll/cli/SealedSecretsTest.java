package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Estates with encrypted secrets and nobody who has the key. */
final class SealedSecretsTest {

  private static final String THEN = " && ";

  /** What has no end of its own, and a test of its own. */
  private static final String EDITORS = "lsp";

  @TempDir private Path here;

  /** Every command of the help in every output format, for each estate. */
  static Stream<Arguments> commands() {
    return Stream.of(SealedEstate.FLEET, SealedEstate.VAULT)
        .flatMap(estate -> commands(estate).stream().map(command -> Arguments.of(estate, command)));
  }

  private static List<String> commands(SealedEstate estate) {
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
    commands.add("hook install");
    for (String format : List.of("table", "json")) {
      commands.add("suppressions --format " + format);
      commands.add("capacity --format " + format);
      commands.add("rbac who-can get secrets --built-in --format " + format);
      commands.add("rules list --format " + format);
    }
    for (String format : List.of("table", "json", "dot", "mermaid")) {
      commands.add("releases --format " + format);
    }
    for (String format : List.of("text", "json")) {
      commands.add("rbac escalations --format " + format);
    }
    for (String format : List.of("text", "json", "html", "sarif")) {
      commands.add(
          "check --shard 1/2 --report json=1.json && check --shard 2/2 --report json=2.json"
              + " && report merge 1.json 2.json --format "
              + format);
    }
    commands.add("explain plaintext-secret");
    commands.add("rules show plaintext-secret");
    commands.add("rules test");
    commands.add("rules export floating-image-tag");
    commands.add("audit verify record.json");
    estate.environments().forEach(each -> ofEnvironment(estate, each, commands));
    return commands;
  }

  private static void ofEnvironment(
      SealedEstate estate, String environment, List<String> commands) {
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
      commands.add("rbac required " + release + " --format " + format + chosen);
    }
    for (String format : List.of("text", "json")) {
      commands.add("why " + release + " " + estate.key() + " --format " + format + chosen);
      commands.add("why " + release + " " + estate.leaf() + " --format " + format + chosen);
      commands.add("render " + release + " --compare-helm 3.22,4.3 --format " + format + chosen);
      // There is no cluster: on a real one, deploys of encrypted values have a test of their own.
      commands.add("plan " + release + chosen + " -o plan --author ana --debug --format " + format);
    }
    commands.add("render " + release + chosen);
    commands.add("render " + release + " --show-origins" + chosen);
    commands.add("render" + chosen);
    for (String command : List.of("approve plan --as ben --key k", "deploy plan", "resume plan")) {
      commands.add(command);
    }
    commands.add("rollback plan");
    commands.add("restore plan");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void noOutputHasAnythingOfASecret(SealedEstate estate, String commands) throws Exception {
    estate.copyTo(here);
    Process git = new ProcessBuilder("git", "init", "-q", here.toString()).inheritIO().start();
    assertThat(git.waitFor()).isZero();

    StringBuilder all = new StringBuilder();
    for (String command : commands.split(THEN, -1)) {
      CliRun run = CliRun.in(here, command.split(" ", -1));
      assertThat(run.err()).doesNotContain("Usage:", "Unknown option", "bug in plimsoll");
      all.append(run.out()).append(run.err());
    }
    try (Stream<Path> written = Files.walk(here)) {
      for (Path file : written.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(here.resolve("secrets"))) {
          all.append(Files.readString(file));
        }
      }
    }
    assertThat(all.toString()).doesNotContain(estate.secrets());
  }

  /** So that nobody adds a command and forgets to look at what it prints. */
  @Test
  void everyCommandIsLookedAt() {
    Set<String> tried = new TreeSet<>();
    for (String commands : commands(SealedEstate.FLEET)) {
      for (String command : commands.split(THEN, -1)) {
        ends().stream()
            .filter(end -> command.equals(end) || command.startsWith(end + " "))
            .forEach(tried::add);
      }
    }
    tried.add(EDITORS);

    assertThat(tried).isEqualTo(ends());
  }

  /** The commands that do something: those without commands below them. */
  private static Set<String> ends() {
    Set<String> ends = new TreeSet<>();
    addEnds("", CliRun.commands(), ends);
    return ends;
  }

  private static void addEnds(String path, CommandLine command, Set<String> ends) {
    command
        .getSubcommands()
        .forEach((name, below) -> addEnds(path.isEmpty() ? name : path + " " + name, below, ends));
    if (command.getSubcommands().isEmpty()) {
      ends.add(path);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod-eu", "prod-us"})
  void rendersWithTokensInTheirPlace(String environment) throws IOException {
    SealedEstate.FLEET.copyTo(here);
    CliRun run = CliRun.in(here, "render", "ledger", "-e", environment);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("kind: Secret").containsPattern("sessionKey: \\S");
  }

  @Test
  void aSecretOfAnEnvironmentIsATokenInTheTextThatItIsPutInto() throws IOException {
    SealedEstate.VAULT.copyTo(here);
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
    SealedEstate.FLEET.copyTo(here);
    assertThat(CliRun.in(here, "values", "ledger", "-e", "prod-eu").out())
        .containsPattern("pin: \\d")
        .containsPattern("brokers:\\s+- host: \\D");
  }
}
