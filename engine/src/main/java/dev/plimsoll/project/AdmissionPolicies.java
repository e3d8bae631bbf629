package dev.plimsoll.project;

import dev.plimsoll.cel.policy.AdmissionObject;
import dev.plimsoll.cel.policy.PolicyFile;
import dev.plimsoll.cel.policy.PolicyProblem;
import dev.plimsoll.cel.policy.PolicyReader;
import dev.plimsoll.cel.policy.VapBinding;
import dev.plimsoll.cel.policy.VapPolicy;
import dev.plimsoll.cel.rule.AdmissionPolicyCheck;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Loads {@code ValidatingAdmissionPolicy} objects, their bindings and their parameters. Each policy
 * becomes a rule, {@code vap-NAME}. Remembers what it compiled; not thread-safe.
 */
final class AdmissionPolicies {

  private static final String PREFIX = "vap-";
  private static final String ALIAS = "vap:";
  private static final String CATEGORY = "admission";
  private static final String DEFAULT_NAMESPACE = "default";
  private static final int DEEPEST = 8;

  /** By file; those of the last load. */
  private Map<SourceFile, PolicyFile> known = new HashMap<>();

  /** Everything that was read. */
  private record Read(
      List<VapPolicy> policies,
      List<VapBinding> bindings,
      List<AdmissionObject> objects,
      List<Diagnostic> problems) {

    void invalid(Location place, String message) {
      invalid(place, message, Severity.ERROR);
    }

    void invalid(Location place, String message, Severity severity) {
      problems.add(
          Diagnostic.of(ProjectRules.INVALID_ADMISSION_POLICY, place, message)
              .withSeverity(severity));
    }
  }

  /**
   * Loads the policies in some files and folders.
   *
   * @param others rules that the project has besides
   */
  List<OwnRule> load(
      FileTree files,
      List<Located<String>> paths,
      Function<SourceFile, YamlFile> parser,
      List<OwnRule> others,
      List<Diagnostic> problems) {
    Read read = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), problems);
    Map<SourceFile, PolicyFile> compiled = new HashMap<>();
    for (Located<String> path : paths) {
      Set<String> found = new TreeSet<>();
      collect(files, ProjectPaths.normalised(path.value()), 0, found);
      if (found.isEmpty()) {
        problems.add(
            Diagnostic.of(
                ProjectRules.INVALID_PROJECT_FILE,
                path.location(),
                "There is no such YAML file in the workspace, nor a folder with one."));
      }
      for (String file : found) {
        read(files, file, parser, compiled, read);
      }
    }
    known = compiled;
    checkBindings(read);
    Set<String> names =
        others.stream()
            .map(each -> each.metadata().id().value())
            .collect(Collectors.toCollection(TreeSet::new));
    List<OwnRule> rules = new ArrayList<>();
    for (VapPolicy policy : read.policies) {
      rule(policy, names, read).ifPresent(rules::add);
    }
    return rules;
  }

  private static void collect(FileTree files, String path, int depth, Set<String> found) {
    if (files.kind(path) == FileTree.Kind.FILE) {
      found.add(path);
    } else if (depth <= DEEPEST) {
      for (FileTree.Entry member : files.list(path)) {
        String inside = WorkspaceFiles.join(path, member.name());
        if (member.kind() == FileTree.Kind.FOLDER) {
          collect(files, inside, depth + 1, found);
        } else if (WorkspaceFiles.isYaml(member.name())) {
          found.add(inside);
        }
      }
    }
  }

  private void read(
      FileTree files,
      String path,
      Function<SourceFile, YamlFile> parser,
      Map<SourceFile, PolicyFile> compiled,
      Read read) {
    if (!(files.read(path) instanceof FileContent.Text(SourceFile file))) {
      read.invalid(new SourceFile(path, "").start(), "The file cannot be read.");
      return;
    }
    if (compiled.containsKey(file)) {
      return;
    }
    YamlFile yaml = parser.apply(file);
    for (YamlProblem problem : yaml.problems()) {
      read.invalid(file.at(problem.span()), problem.message());
    }
    PolicyFile policies = known.get(file);
    if (policies == null) {
      policies = PolicyReader.read(yaml);
    }
    compiled.put(file, policies);
    for (PolicyProblem problem : policies.problems()) {
      read.invalid(problem.location(), problem.message());
    }
    read.policies.addAll(policies.policies());
    read.bindings.addAll(policies.bindings());
    for (YamlDocument document : yaml.documents()) {
      Optional.ofNullable(AdmissionObject.of(document.root(), DEFAULT_NAMESPACE, "other"))
          .ifPresent(read.objects::add);
    }
  }

  /** A policy without a binding, and a binding without a policy, do nothing on a cluster. */
  private static void checkBindings(Read read) {
    Set<String> known =
        read.policies.stream().map(VapPolicy::name).collect(Collectors.toUnmodifiableSet());
    Set<String> bound =
        read.bindings.stream().map(VapBinding::policy).collect(Collectors.toUnmodifiableSet());
    boolean isWhole = read.problems.stream().noneMatch(AdmissionPolicies::isOfPolicy);
    for (VapBinding binding : read.bindings) {
      // A policy with a mistake was not read, and that has been said.
      if (isWhole && !known.contains(binding.policy())) {
        read.invalid(
            binding.location(),
            "There is no policy `" + binding.policy() + "` here, so this binding does nothing.",
            Severity.WARNING);
      }
    }
    for (VapPolicy policy : read.policies) {
      if (!bound.contains(policy.name())) {
        read.invalid(
            policy.location(),
            "No binding puts this policy to use, so it judges nothing.",
            Severity.WARNING);
      }
    }
  }

  private static boolean isOfPolicy(Diagnostic diagnostic) {
    return diagnostic.rule().equals(ProjectRules.INVALID_ADMISSION_POLICY);
  }

  private static Optional<OwnRule> rule(VapPolicy policy, Set<String> names, Read read) {
    String id = PREFIX + policy.name().replace('.', '-');
    if (!RuleId.isValid(id)) {
      read.invalid(policy.location(), "This is no name of an object of Kubernetes.");
      return Optional.empty();
    }
    if (!names.add(id)) {
      read.invalid(policy.location(), "There is another rule or policy `" + id + "`.");
      return Optional.empty();
    }
    RuleMetadata metadata =
        new RuleMetadata(
            new RuleId(id),
            List.of(ALIAS + policy.name()),
            CATEGORY,
            // Each binding says how bad it is: see `Severities`.
            Map.of(
                Profile.DEVELOPMENT, Severity.ERROR,
                Profile.STAGING, Severity.ERROR,
                Profile.PRODUCTION, Severity.ERROR),
            "The admission policy `" + policy.name() + "` of the cluster is violated.",
            "The API server refuses the object, warns or takes it to its audit log, as the bindings of"
                + " the policy say.",
            "",
            List.of(
                "https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/"),
            List.of(),
            false);
    List<VapBinding> bindings =
        read.bindings.stream().filter(each -> each.policy().equals(policy.name())).toList();
    return Optional.of(
        new OwnRule(
            metadata,
            policy.location().file().path(),
            Optional.of(new AdmissionPolicyCheck(metadata.id(), policy, bindings, read.objects))));
  }
}
