package dev.plimsoll.defects;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.kubernetes.ObjectRules;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rules.BuiltInRules;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What other tools say of the same manifests.
 *
 * @param kubeScore the program, if it is to be asked
 * @param kubeconform the program, if it is to be asked
 * @param schemas where it finds its schemas
 */
record PeerTools(Optional<Path> kubeScore, Optional<Path> kubeconform, Optional<Path> schemas) {

  /** Names what they find in an object of which we say nothing of the kind. */
  void compare(String manifests, List<Said> ours, Figures figures)
      throws IOException, InterruptedException {
    Set<String> said = new HashSet<>();
    for (Said each : ours) {
      for (String alias : Aliases.of(each.rule())) {
        said.add(alias + " " + each.field().object());
      }
    }
    if (kubeScore.isPresent()) {
      kubeScore(manifests, said, figures);
    }
    if (kubeconform.isPresent() && schemas.isPresent()) {
      kubeconform(manifests, ours, figures);
    }
  }

  private void kubeScore(String manifests, Set<String> said, Figures figures)
      throws IOException, InterruptedException {
    String report =
        run(
            manifests,
            kubeScore.orElseThrow().toString(),
            "score",
            "-o",
            "json",
            "--kubernetes-version",
            "v1.36",
            "-");
    if (!report.startsWith("[")) {
      figures.count("kube-score: manifests that it does not read");
      return;
    }
    for (JsonNode object : JsonMapper.shared().readTree(report)) {
      String name =
          object.at("/type_meta/kind").asString("")
              + "/"
              + object.at("/object_meta/name").asString("");
      for (JsonNode check : object.path("checks")) {
        // 10 is fine, 7 almost, 5 a warning, 1 critical.
        if (!check.path("skipped").asBoolean(false) && check.path("grade").asInt() <= 5) {
          String id = check.at("/check/id").asString();
          if (said.contains("kube-score:" + id + " " + name)) {
            figures.count("kube-score: findings that are ours too");
          } else {
            figures.example("kube-score alone: " + id, name + " " + comment(check));
          }
        }
      }
    }
  }

  private static String comment(JsonNode check) {
    return check.at("/comments/0/summary").asString("");
  }

  private void kubeconform(String manifests, List<Said> ours, Figures figures)
      throws IOException, InterruptedException {
    String report =
        run(
            manifests,
            kubeconform.orElseThrow().toString(),
            "-strict",
            "-output",
            "json",
            "-ignore-missing-schemas",
            "-schema-location",
            schemas.orElseThrow() + "/{{.ResourceKind}}{{.KindSuffix}}.json",
            "-");
    if (!report.startsWith("{")) {
      figures.count("kubeconform: manifests that it does not read");
      return;
    }
    for (JsonNode each : JsonMapper.shared().readTree(report).path("resources")) {
      String status = each.path("status").asString();
      String object = each.path("kind").asString() + "/" + each.path("name").asString();
      if (status.equals("statusInvalid") || status.equals("statusError")) {
        boolean isOurs =
            ours.stream()
                .filter(said -> said.field().object().equals(object))
                .anyMatch(said -> Aliases.isSchema(said.rule()));
        if (isOurs) {
          figures.count("kubeconform: objects refused by both");
        } else {
          figures.example("kubeconform alone", object + " " + each.path("msg").asString());
        }
      }
    }
  }

  private static String run(String input, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              try (OutputStream out = process.getOutputStream()) {
                out.write(input.getBytes(StandardCharsets.UTF_8));
              } catch (IOException e) {
                // The program does not want to read more.
              }
            });
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    writer.join();
    process.waitFor();
    return output.strip();
  }

  /** What our rules are called elsewhere. */
  private static final class Aliases {

    static List<String> of(String rule) {
      return BuiltInRules.catalog()
          .find(new RuleId(rule))
          .map(RuleMetadata::aliases)
          .orElse(List.of());
    }

    /** Whether a rule is what an API server says. */
    static boolean isSchema(String rule) {
      return ObjectRules.all().stream().anyMatch(known -> known.value().equals(rule));
    }
  }
}
