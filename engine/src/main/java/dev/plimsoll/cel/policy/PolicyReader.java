package dev.plimsoll.cel.policy;

import dev.plimsoll.cel.compile.CelProblem;
import dev.plimsoll.cel.compile.CelScope;
import dev.plimsoll.cel.compile.CelText;
import dev.plimsoll.cel.compile.RuleCompiler;
import dev.plimsoll.cel.compile.RuleSource;
import dev.plimsoll.cel.program.CelRule;
import dev.plimsoll.cel.value.CelMap;
import dev.plimsoll.cel.value.YamlView;
import dev.plimsoll.chart.StructFields;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads policies and bindings from YAML. */
public final class PolicyReader {

  private static final String GROUP = "admissionregistration.k8s.io/";
  private static final String POLICY = "ValidatingAdmissionPolicy";
  private static final String BINDING = "ValidatingAdmissionPolicyBinding";
  private static final String SPEC = "spec";

  private final SourceFile source;
  private final List<VapPolicy> policies = new ArrayList<>();
  private final List<VapBinding> bindings = new ArrayList<>();
  private final List<PolicyProblem> problems = new ArrayList<>();

  private PolicyReader(SourceFile source) {
    this.source = source;
  }

  /** Reads those documents of a file that are policies or bindings. */
  public static PolicyFile read(YamlFile file) {
    PolicyReader reader = new PolicyReader(file.source());
    for (YamlDocument document : file.documents()) {
      reader.document(document.root());
    }
    return new PolicyFile(reader.policies, reader.bindings, reader.problems);
  }

  private void document(@Nullable YamlNode root) {
    if (root == null || !text(root, "apiVersion").startsWith(GROUP)) {
      return;
    }
    switch (text(root, "kind")) {
      case POLICY -> policy(root);
      case BINDING -> binding(root);
      default -> {}
    }
  }

  private void policy(YamlNode root) {
    int before = problems.size();
    RuleSource rule =
        new RuleSource(named(root, "matchConditions"), named(root, "variables"), validations(root));
    if (StructFields.find(root, SPEC, "matchConstraints", "resourceRules").isEmpty()) {
      problem(root, "A policy needs `spec.matchConstraints.resourceRules`.");
    }
    boolean audits = StructFields.find(root, SPEC, "auditAnnotations").isPresent();
    if (rule.validations().isEmpty() && !audits) {
      problem(root, "A policy needs `spec.validations` or `spec.auditAnnotations`.");
    }
    Optional<ResourceKind> params =
        StructFields.find(root, SPEC, "paramKind")
            .map(kind ->
                ResourceKind.of(text(kind.value(), "apiVersion"), text(kind.value(), "kind")));
    RuleCompiler.Result result = RuleCompiler.compile(CelScope.admission(params.isPresent()), rule);
    if (result instanceof RuleCompiler.Result.Refused(List<CelProblem> found)) {
      for (CelProblem each : found) {
        Span span = each.span(source.text());
        problems.add(new PolicyProblem(source.at(span), each.message()));
      }
    } else if (result instanceof RuleCompiler.Result.Compiled(CelRule compiled)
        && problems.size() == before) {
      policies.add(
          new VapPolicy(
              text(root, "metadata", "name"),
              !text(root, SPEC, "failurePolicy").equals("Ignore"),
              params,
              match(view(root, SPEC, "matchConstraints")),
              compiled,
              audits,
              location(root)));
    }
  }

  private void binding(YamlNode root) {
    String policy = text(root, SPEC, "policyName");
    if (policy.isEmpty()) {
      problem(root, "A binding needs `spec.policyName`.");
      return;
    }
    List<String> actions = new ArrayList<>();
    for (YamlNode action : items(root, SPEC, "validationActions")) {
      actions.add(scalarText(action));
    }
    if (actions.isEmpty()) {
      problem(root, "A binding needs `spec.validationActions`.");
      return;
    }
    CelMap match = view(root, SPEC, "matchResources");
    bindings.add(
        new VapBinding(
            text(root, "metadata", "name"),
            policy,
            params(root),
            match(match),
            actions,
            location(root)));
  }

  private static Optional<ParamRef> params(YamlNode root) {
    if (view(root, SPEC, "paramRef") == null) {
      return Optional.empty();
    }
    CelMap selector = view(root, SPEC, "paramRef", "selector");
    return Optional.of(
        new ParamRef(
            text(root, SPEC, "paramRef", "name"),
            text(root, SPEC, "paramRef", "namespace"),
            Optional.ofNullable(selector).map(LabelSelector::of),
            text(root, SPEC, "paramRef", "parameterNotFoundAction").equals("Deny")));
  }

  private static MatchResources match(@Nullable CelMap match) {
    return match == null ? MatchResources.EVERYTHING : MatchResourcesReader.read(match);
  }

  private List<RuleSource.Named> named(YamlNode root, String field) {
    List<RuleSource.Named> named = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlNode item : items(root, SPEC, field)) {
      CelText expression = expression(item, "expression");
      String name = text(item, "name");
      if (expression == null || name.isEmpty()) {
        problem(item, "This needs a `name` and an `expression`.");
      } else if (!names.add(name)) {
        problem(item, "There is another `%s` above.".formatted(name));
      } else {
        named.add(new RuleSource.Named(name, expression));
      }
    }
    return named;
  }

  private List<RuleSource.Validation> validations(YamlNode root) {
    List<RuleSource.Validation> validations = new ArrayList<>();
    for (YamlNode item : items(root, SPEC, "validations")) {
      CelText expression = expression(item, "expression");
      if (expression == null) {
        problem(item, "A validation needs an `expression`.");
      } else {
        validations.add(
            new RuleSource.Validation(
                expression,
                present(text(item, "message")),
                Optional.ofNullable(expression(item, "messageExpression")),
                present(text(item, "reason"))));
      }
    }
    return validations;
  }

  private static @Nullable CelText expression(YamlNode item, String field) {
    return StructFields.find(item, field)
        .map(entry -> StructFields.resolve(entry.value()))
        .filter(YamlScalar.class::isInstance)
        .map(YamlScalar.class::cast)
        .filter(scalar -> !scalar.text().isBlank())
        .map(CelText::of)
        .orElse(null);
  }

  private static Optional<String> present(String text) {
    return Optional.of(text).filter(given -> !given.isEmpty());
  }

  private static List<YamlNode> items(YamlNode root, String... path) {
    return StructFields.find(root, path)
        .map(entry -> StructFields.items(entry.value()))
        .orElse(List.of());
  }

  private static @Nullable CelMap view(YamlNode root, String... path) {
    return StructFields.find(root, path)
        .map(entry -> YamlView.of(entry.value(), "policy"))
        .filter(CelMap.class::isInstance)
        .map(CelMap.class::cast)
        .orElse(null);
  }

  private static String text(YamlNode root, String... path) {
    return StructFields.find(root, path).map(entry -> scalarText(entry.value())).orElse("");
  }

  private static String scalarText(YamlNode node) {
    return StructFields.resolve(node) instanceof YamlScalar scalar ? scalar.text() : "";
  }

  private void problem(YamlNode node, String message) {
    problems.add(new PolicyProblem(source.at(node.span()), message));
  }

  private Location location(YamlNode root) {
    return source.at(
        StructFields.find(root, "metadata", "name")
            .map(entry -> entry.value().span())
            .orElse(root.span()));
  }
}
