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

/**
 * An estate of the fixtures whose secrets nobody here can open.
 *
 * @param release that has secrets
 * @param key of its values below which they are
 * @param leaf one of them
 * @param plaintexts what the key of {@code fixtures/age-test-key.txt} makes of the leaves of all
 *     environments
 */
record SealedEstate(
    String folder,
    String release,
    String key,
    String leaf,
    List<String> environments,
    List<String> plaintexts) {

  private static final Path FIXTURES = Path.of("../fixtures").toAbsolutePath().normalize();
  private static final Pattern LEAF =
      Pattern.compile("data:([^,]+),iv:([^,]+),tag:([^,]+),type:\\w+");

  /** The secrets of a release. */
  static final SealedEstate FLEET =
      new SealedEstate(
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
  static final SealedEstate VAULT =
      new SealedEstate(
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

  /** A release for each kind of key. */
  static final SealedEstate KEYS =
      new SealedEstate(
          "keys",
          "age",
          "box",
          "box.text",
          List.of("default"),
          List.of(
              "pelican-4417",
              "90417366",
              "2.7190431",
              "cove-8812",
              "55440912",
              "first-6021",
              "second-6022",
              "note-3190",
              "heron-7734"));

  Path path() {
    return FIXTURES.resolve(folder);
  }

  /** Its files, relative to it. */
  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(path())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> path().relativize(file))
          .filter(file -> !file.startsWith("recorded") && !file.toString().startsWith("plain"))
          .toList();
    }
  }

  void copyTo(Path folder) throws IOException {
    for (Path file : files()) {
      CliRun.write(folder, file.toString(), Files.readString(path().resolve(file)));
    }
  }

  /** What must be nowhere: each secret, and each part of what sops made of it. */
  List<String> secrets() throws IOException {
    List<String> secrets = new ArrayList<>(plaintexts);
    try (Stream<Path> files = Files.list(path().resolve("secrets"))) {
      for (Path file : files.toList()) {
        Matcher leaves = LEAF.matcher(Files.readString(file));
        while (leaves.find()) {
          secrets.addAll(List.of(leaves.group(1), leaves.group(2), leaves.group(3)));
        }
      }
    }
    assertThat(secrets).hasSizeGreaterThanOrEqualTo(3 * plaintexts.size());
    return secrets;
  }
}
