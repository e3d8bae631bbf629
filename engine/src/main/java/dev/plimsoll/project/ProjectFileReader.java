package dev.plimsoll.project;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.manifest.PodKinds;
import dev.plimsoll.project.ProjectNodes.Fields;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code plimsoll.yaml}. What is wrong in one place is reported there, and the rest is read
 * all the same; the published schema ({@code docs/schema/plimsoll.schema.json}) says the same in
 * its own words, and a test holds the two together.
 */
final class ProjectFileReader {

  private static final String API_VERSION = "plimsoll.dev/v1";
  private static final String KIND = "Project";
  private static final HelmVersion OLDEST_HELM = new HelmVersion(3, 0, 0);
  private static final List<String> KEYS =
      List.of(
          "apiVersion",
          "kind",
          "helm",
          "workloads",
          "clusters",
          "environments",
          "releases",
          "rules",
          "rulePacks",
          "admissionPolicies",
          "suppressions",
          "parity",
          "deploy");

  private final YamlFile yaml;
  private final BiFunction<List<Located<String>>, List<Located<String>>, OwnRules> packs;
  private final ProjectNodes nodes;

  /**
   * @param packs loads the rules in what {@code rulePacks} and {@code admissionPolicies} name
   */
  ProjectFileReader(
      YamlFile yaml,
      BiFunction<List<Located<String>>, List<Located<String>>, OwnRules> packs,
      DiagnosticSink sink) {
    this.yaml = yaml;
    this.packs = packs;
    this.nodes = new ProjectNodes(yaml.source(), sink);
  }

  /**
   * What the file says.
   *
   * @return empty if it cannot be taken for a project file at all
   */
  Optional<DeclaredProject> read() {
    for (YamlProblem problem : yaml.problems()) {
      nodes.invalid(problem.span(), problem.message());
    }
    if (!yaml.problems().isEmpty()) {
      return Optional.empty();
    }
    Optional<YamlNode> root = root();
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Optional<Fields> fields = nodes.fields(root.get(), "", KEYS);
    if (fields.isEmpty() || !hasForm(fields.get(), root.get())) {
      return Optional.empty();
    }
    return Optional.of(sections(fields.get()));
  }

  private Optional<YamlNode> root() {
    @Nullable YamlNode root = null;
    for (YamlDocument document : yaml.documents()) {
      if (document.root() == null) {
        continue;
      }
      if (root != null) {
        nodes.invalid(
            document.root().span(), "A project file has one document; this one is not read.");
        break;
      }
      root = document.root();
    }
    if (root == null) {
      nodes.invalid(
          Span.at(0),
          "The project file is empty; it begins with `apiVersion: " + API_VERSION + "`.");
    } else if (!(ProjectNodes.resolved(root) instanceof YamlMapping)) {
      nodes.invalid(
          root.span(), "The project file must be a mapping with `apiVersion` and `kind`.");
      return Optional.empty();
    }
    return Optional.ofNullable(root);
  }

  private boolean hasForm(Fields fields, YamlNode root) {
    boolean version = isExactly(fields, root, "apiVersion", API_VERSION);
    boolean kind = isExactly(fields, root, "kind", KIND);
    return version && kind;
  }

  private boolean isExactly(Fields fields, YamlNode root, String key, String wanted) {
    Optional<YamlEntry> entry = fields.entry(key);
    if (entry.isEmpty()) {
      Span start = Span.at(root.span().start());
      nodes.report(
          nodes
              .diagnostic(
                  ProjectRules.INVALID_PROJECT_FILE,
                  start,
                  "The project file must say `" + key + ": " + wanted + "`.")
              .withFix(
                  Fixes.replace(
                      "Add `" + key + ": " + wanted + "`",
                      Fix.Applicability.SAFE,
                      yaml.source().at(start),
                      key + ": " + wanted + "\n")));
      return false;
    }
    YamlNode value = entry.get().value();
    Optional<Located<String>> said = nodes.text(value, key);
    if (said.isEmpty() || said.get().value().equals(wanted)) {
      return said.isPresent();
    }
    Diagnostic found =
        nodes.diagnostic(
            ProjectRules.INVALID_PROJECT_FILE,
            value.span(),
            "`" + key + "` must be `" + wanted + "`, the only one that this Plimsoll reads.");
    nodes.report(
        found.withFix(
            Fixes.replace(
                "Change it to `" + wanted + "`",
                Fix.Applicability.UNSAFE,
                said.get().location(),
                wanted)));
    return false;
  }

  private DeclaredProject sections(Fields fields) {
    EnvironmentSection environments = new EnvironmentSection(yaml, nodes);
    Optional<YamlNode> clusterNode = fields.get("clusters");
    List<Project.Cluster> clusters = clusterNode.map(environments::clusters).orElse(List.of());
    List<Environment> declared =
        fields
            .get("environments")
            .map(node -> environments.environments(node, clusterNode.map(ignored -> clusters)))
            .orElse(List.of());
    // What the project brings itself may be set and suppressed like all other rules.
    OwnRules own = packs.apply(texts(fields, "rulePacks"), texts(fields, "admissionPolicies"));
    RuleSection rules = new RuleSection(nodes, own.catalog());
    List<Located<String>> compared =
        fields.get("parity").map(new ParitySection(nodes)::environments).orElse(List.of());
    fields.get("deploy").ifPresent(node -> new DeploySection(nodes).read(node));
    return new DeclaredProject(
        fields.get("helm").flatMap(this::helm),
        new PodKinds(
            fields.get("workloads").map(new WorkloadSection(nodes)::kinds).orElse(List.of())),
        clusters,
        declared,
        fields.get("releases").map(new ReleaseSection(nodes)::releases),
        own,
        fields.get("rules").map(rules::settings).orElse(List.of()),
        fields
            .get("suppressions")
            .map(new SuppressionSection(nodes, own.catalog())::suppressions)
            .orElse(List.of()),
        compared);
  }

  private List<Located<String>> texts(Fields fields, String key) {
    return fields.get(key).map(node -> nodes.texts(node, key)).orElse(List.of());
  }

  private Optional<HelmVersion> helm(YamlNode node) {
    Optional<YamlNode> version =
        nodes.fields(node, "helm", List.of("version")).flatMap(fields -> fields.get("version"));
    Optional<Located<String>> said = version.flatMap(found -> nodes.text(found, "helm.version"));
    if (said.isEmpty()) {
      return Optional.empty();
    }
    Span span = said.get().location().span();
    Optional<HelmVersion> parsed = HelmVersion.parse(said.get().value());
    if (parsed.isEmpty()) {
      nodes.invalid(span, "`helm.version` must be a version such as `4.3` or `3.22.0`.");
      return Optional.empty();
    }
    if (!isModelled(parsed.get())) {
      nodes.invalid(
          span,
          "Helm "
              + parsed.get()
              + " is not modelled; this Plimsoll knows 3.0 to "
              + HelmVersion.NEWEST
              + ".");
      return Optional.empty();
    }
    return parsed;
  }

  private static boolean isModelled(HelmVersion version) {
    HelmVersion newest = HelmVersion.NEWEST;
    boolean newer =
        version.major() > newest.major()
            || (version.major() == newest.major() && version.minor() > newest.minor());
    return !newer && version.compareTo(OLDEST_HELM) >= 0;
  }
}
