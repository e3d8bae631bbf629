package dev.plimsoll.cel.rule;

import dev.plimsoll.cel.compile.CelProblem;
import dev.plimsoll.cel.compile.CelScope;
import dev.plimsoll.cel.compile.CelText;
import dev.plimsoll.cel.compile.RuleCompiler;
import dev.plimsoll.cel.compile.RuleSource;
import dev.plimsoll.cel.policy.ResourceKind;
import dev.plimsoll.cel.policy.ResourceRule;
import dev.plimsoll.cel.policy.VapWriter;
import dev.plimsoll.source.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a rule on objects as a {@code ValidatingAdmissionPolicy}. What a rule judges one by one
 * becomes a list that a macro walks, so that expressions stay as they are written; parameters
 * become a literal.
 */
public final class VapExport {

  private static final String ALL = "*";
  private static final List<String> OF_PODS = List.of("replicationcontrollers", "pods");
  private static final List<String> OF_APPS =
      List.of("daemonsets", "deployments", "replicasets", "statefulsets");
  private static final List<String> OF_BATCH = List.of("cronjobs", "jobs");

  /** The pods that an object makes, as a list of none or one. */
  private static final String PODS =
      """
      has(object.spec) ? (object.kind == 'Pod' ? [object]
        : object.kind == 'CronJob' ? [object.spec.jobTemplate.spec.template]
        : [object.spec.template]) : []\
      """;

  private static final String IS_SIDECAR = "c.?restartPolicy.orValue('') == 'Always'";

  private final ObjectRuleSource source;
  private final Map<String, Object> params;

  private VapExport(ObjectRuleSource source, Map<String, Object> params) {
    this.source = source;
    this.params = params;
  }

  /** What exporting a rule gives. */
  public sealed interface Result {

    /** The YAML text of a policy. */
    record Written(String yaml) implements Result {}

    /**
     * The API server could not run the rule.
     *
     * @param why a sentence
     */
    record Refused(String why) implements Result {}
  }

  /**
   * Exports a rule.
   *
   * @param params the value of each parameter: Long, String, Boolean or a list of strings
   */
  public static Result export(ObjectRuleSource source, Map<String, Object> params) {
    return new VapExport(source, params).export();
  }

  private Result export() {
    RuleSource rule = new RuleSource(conditions(), variables(), validations());
    return switch (RuleCompiler.compile(CelScope.admission(false), rule)) {
      case RuleCompiler.Result.Refused(List<CelProblem> problems) ->
          new Result.Refused(
              "The API server could not run `"
                  + source.id()
                  + "`: "
                  + problems.getFirst().message());
      case RuleCompiler.Result.Compiled _ ->
          new Result.Written(
              VapWriter.write(source.id().value(), resources(), rule, Optional.empty()));
    };
  }

  private List<RuleSource.Named> conditions() {
    List<RuleSource.Named> conditions = new ArrayList<>();
    if (source.each() == Each.OBJECT) {
      for (RuleSource.Named each : source.rule().matchConditions()) {
        conditions.add(
            new RuleSource.Named(each.name(), CelText.of(inObject(each.expression(), "all"))));
      }
    }
    return conditions;
  }

  private List<RuleSource.Named> variables() {
    List<RuleSource.Named> variables = new ArrayList<>();
    if (source.each() != Each.OBJECT && source.each() != Each.POLICY_RULE) {
      variables.add(new RuleSource.Named("pods", CelText.of(PODS)));
    }
    return variables;
  }

  private List<RuleSource.Validation> validations() {
    List<RuleSource.Validation> validations = new ArrayList<>();
    for (RuleSource.Validation each : source.rule().validations()) {
      String judged = judged(each.expression().text().strip());
      Optional<CelText> message =
          each.messageExpression().map(text -> CelText.of(message(each.expression(), text)));
      validations.add(
          new RuleSource.Validation(
              CelText.of(forAll(judged)), each.message(), message, each.reason()));
    }
    return validations;
  }

  /**
   * An expression that holds where the conditions of a part do not, as for a part that has none.
   */
  private String judged(String expression) {
    StringBuilder text = new StringBuilder();
    if (source.each() != Each.OBJECT) {
      for (RuleSource.Named condition : source.rule().matchConditions()) {
        text.append("!(").append(condition.expression().text().strip()).append(") || ");
      }
    }
    return text.isEmpty() ? expression : text.append('(').append(expression).append(')').toString();
  }

  private String forAll(String expression) {
    String inner = bound(withVariables(expression, "all"), "all");
    return switch (source.each()) {
      case OBJECT -> inner;
      case POD -> "variables.pods.all(pod, " + inner + ")";
      case POLICY_RULE -> "object.?rules.orValue([]).all(rule, " + inner + ")";
      case CONTAINER, INIT_CONTAINER, ANY_CONTAINER, VOLUME ->
          "variables.pods.all(pod, "
              + parts()
              + ".all("
              + source.each().variable()
              + ", "
              + inner
              + "))";
    };
  }

  /** What the first part that is at fault says. */
  private String message(CelText expression, CelText message) {
    String fault =
        "!(" + bound(withVariables(judged(expression.text().strip()), "all"), "all") + ")";
    String text = bound(withVariables(message.text().strip(), "map"), "map");
    String first = "[0]".repeat(depth());
    return switch (source.each()) {
      case OBJECT -> text + first;
      case POD -> "variables.pods.filter(pod, " + fault + ").map(pod, " + text + first + ")[0]";
      case POLICY_RULE ->
          "object.rules.filter(rule, " + fault + ").map(rule, " + text + first + ")[0]";
      case CONTAINER, INIT_CONTAINER, ANY_CONTAINER, VOLUME -> {
        String name = source.each().variable();
        yield "variables.pods.map(pod, "
            + parts()
            + ".filter("
            + name
            + ", "
            + fault
            + ").map("
            + name
            + ", "
            + text
            + first
            + "))[0][0]";
      }
    };
  }

  private String parts() {
    String main = "pod.spec.?containers.orValue([])";
    String init = "pod.spec.?initContainers.orValue([])";
    return switch (source.each()) {
      case CONTAINER -> "(" + main + " + " + init + ".filter(c, " + IS_SIDECAR + "))";
      case INIT_CONTAINER -> init + ".filter(c, !(" + IS_SIDECAR + "))";
      case ANY_CONTAINER -> "(" + main + " + " + init + ")";
      case VOLUME -> "pod.spec.?volumes.orValue([])";
      case OBJECT, POD, POLICY_RULE -> "[]";
    };
  }

  private String inObject(CelText expression, String macro) {
    return bound(expression.text().strip(), macro);
  }

  /** How many lists {@link #bound} and {@link #withVariables} wrap a message into. */
  private int depth() {
    return (params.isEmpty() ? 1 : 2) + source.rule().variables().size();
  }

  /** Gives the names that only rules of ours have, each as the one item of a list. */
  private String bound(String expression, String macro) {
    String text = "[" + subject() + "]." + macro + "(subject, " + expression + ")";
    return params.isEmpty() ? text : "[" + literal() + "]." + macro + "(params, " + text + ")";
  }

  /** The rule's own variables: they may name a part, which variables of a policy cannot. */
  private String withVariables(String expression, String macro) {
    String text = expression;
    for (RuleSource.Named each : source.rule().variables().reversed()) {
      String name = "variables_" + each.name();
      text =
          "["
              + renamed(each.expression().text().strip())
              + "]."
              + macro
              + "("
              + name
              + ", "
              + renamed(text)
              + ")";
    }
    return text;
  }

  private String renamed(String expression) {
    String text = expression;
    for (RuleSource.Named each : source.rule().variables()) {
      text = text.replaceAll("\\bvariables\\." + each.name() + "\\b", "variables_" + each.name());
    }
    return text;
  }

  private String subject() {
    String object = "object.kind + ' `' + object.metadata.name + '`'";
    return switch (source.each()) {
      case OBJECT, POD, POLICY_RULE -> object;
      case CONTAINER -> "'container `' + container.name + '` of ' + " + object;
      case INIT_CONTAINER -> "'init container `' + container.name + '` of ' + " + object;
      case ANY_CONTAINER -> "'container `' + container.name + '` of ' + " + object;
      case VOLUME -> "'volume `' + volume.name + '` of ' + " + object;
    };
  }

  private String literal() {
    List<String> entries = new ArrayList<>();
    params.entrySet().stream()
        .sorted(Order.by(Map.Entry::getKey))
        .forEach(entry ->
            entries.add("'" + entry.getKey() + "': dyn(" + literal(entry.getValue()) + ")"));
    return "{" + String.join(", ", entries) + "}";
  }

  private static String literal(Object value) {
    if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(VapExport::literal).toList()) + "]";
    }
    return value instanceof String text
        ? "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
        : value.toString();
  }

  private List<ResourceRule> resources() {
    if (!source.kinds().isEmpty()) {
      return source.kinds().stream().map(VapExport::resource).toList();
    }
    return switch (source.each()) {
      case OBJECT -> List.of(resource(ALL, List.of(ALL)));
      case POLICY_RULE ->
          List.of(resource("rbac.authorization.k8s.io", List.of("clusterroles", "roles")));
      case POD, CONTAINER, INIT_CONTAINER, ANY_CONTAINER, VOLUME ->
          source.longRunning()
              ? List.of(resource("", OF_PODS), resource("apps", OF_APPS))
              : List.of(
                  resource("", OF_PODS), resource("apps", OF_APPS), resource("batch", OF_BATCH));
    };
  }

  private static ResourceRule resource(String kind) {
    int slash = kind.indexOf('/');
    String group = slash < 0 ? "" : kind.substring(0, slash);
    ResourceKind known = ResourceKind.of(group + "/" + ALL, kind.substring(slash + 1));
    return resource(group, List.of(known.resource()));
  }

  private static ResourceRule resource(String group, List<String> resources) {
    return new ResourceRule(
        List.of(group), List.of(ALL), List.of("CREATE", "UPDATE"), resources, List.of(), ALL);
  }
}
