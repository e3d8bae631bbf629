package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.project.Environment;
import dev.plimsoll.project.Project;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The text of a project file that says what was discovered. */
final class ProjectFileText {

  private static final String ENVIRONMENTS =
      """

      # How strictly each environment is judged: development, staging or production.
      environments:
      """;

  private static final String NO_ENVIRONMENTS =
      """

      # No environments were found, so everything is judged as production.
      # environments:
      #   staging: {profile: staging}
      #   prod: {profile: production}
      """;

  private static final String CLUSTERS =
      """

      # The version of Kubernetes of each cluster decides which fields and APIs there are. Once `clusters` is
      # here, environments may name these clusters only.
      # clusters:
      """;

  private static final String REST =
      """

      # Releases are discovered: from helmfiles, or from `environments/<env>/values.yaml` beside `charts`.

      # A rule may have another severity, or parameters: `plimsoll rules list`, `plimsoll explain RULE`.
      # rules:
      #   missing-cpu-request: {severity: "off"}

      # Rules of your own, and the admission policies of the cluster.
      # rulePacks: [policy/rules]
      # admissionPolicies: [policy/admission]

      # What is accepted, with a reason.
      # suppressions:
      #   - rule: writable-root-filesystem
      #     release: legacy
      #     reason: It writes its state beside the program.
      #     owner: team-a
      #     expires: 2027-12-31
      """;

  private ProjectFileText() {}

  static String of(AnalysisResult result) {
    Project project = result.project();
    StringBuilder text =
        new StringBuilder(
            """
            # yaml-language-server: $schema=https://plimsoll.dev/schema/plimsoll.schema.json
            #
            # What `plimsoll init` found here. What you take out is discovered again.
            apiVersion: plimsoll.dev/v1
            kind: Project

            # The Helm that deploys these releases; CI knows its version.
            helm: {version: "%d.%d"}
            """
                .formatted(project.helm().major(), project.helm().minor()));
    List<Environment> environments = project.environments();
    boolean isNamed =
        environments.size() > 1 || !environments.getFirst().name().value().equals("default");
    text.append(isNamed ? ENVIRONMENTS : NO_ENVIRONMENTS);
    if (isNamed) {
      for (Environment environment : environments) {
        text.append(
            "  \"%s\": {profile: %s}%n"
                .formatted(environment.name().value(), environment.profile().label())
                .replace(System.lineSeparator(), "\n"));
      }
    }
    text.append(CLUSTERS);
    Set<String> clusters = clusters(result);
    for (String cluster : clusters) {
      text.append("#   \"").append(cluster).append("\": {kubernetes: \"1.37\"}\n");
    }
    if (clusters.isEmpty()) {
      text.append("#   prod-us: {context: prod-us, kubernetes: \"1.37\"}\n");
    }
    return text.append(REST).toString();
  }

  private static Set<String> clusters(AnalysisResult result) {
    Set<String> clusters = new TreeSet<>();
    for (ReleaseInstance release : result.estate().releases()) {
      if (!release.cell().cluster().isEmpty()) {
        clusters.add(release.cell().cluster());
      }
    }
    return clusters;
  }
}
