package dev.plimsoll.cel.policy;

import dev.plimsoll.cel.compile.RuleSource;
import java.util.List;
import java.util.Optional;

/** Writes a rule as a {@code ValidatingAdmissionPolicy}. */
public final class VapWriter {

  private final StringBuilder yaml = new StringBuilder();

  private VapWriter() {}

  /**
   * The YAML text of a policy.
   *
   * @param name the policy's name
   * @param rules which requests it is for
   * @param rule its expressions, which must compile in Kubernetes' dialect
   * @param paramKind the kind of its parameters
   */
  public static String write(
      String name, List<ResourceRule> rules, RuleSource rule, Optional<ResourceKind> paramKind) {
    VapWriter writer = new VapWriter();
    writer.line("apiVersion: admissionregistration.k8s.io/v1");
    writer.line("kind: ValidatingAdmissionPolicy");
    writer.line("metadata:");
    writer.field(2, "name", name);
    writer.line("spec:");
    writer.line("  failurePolicy: Fail");
    paramKind.ifPresent(writer::paramKind);
    writer.line("  matchConstraints:");
    writer.line("    resourceRules:");
    rules.forEach(writer::resourceRule);
    writer.named("matchConditions", rule.matchConditions());
    writer.named("variables", rule.variables());
    if (!rule.validations().isEmpty()) {
      writer.line("  validations:");
      rule.validations().forEach(writer::validation);
    }
    return writer.yaml.toString();
  }

  private void paramKind(ResourceKind kind) {
    line("  paramKind:");
    field(4, "apiVersion", kind.apiVersion());
    field(4, "kind", kind.kind());
  }

  private void resourceRule(ResourceRule rule) {
    line("      - apiGroups: " + list(rule.apiGroups()));
    line("        apiVersions: " + list(rule.apiVersions()));
    line("        operations: " + list(rule.operations()));
    line("        resources: " + list(rule.resources()));
    if (!rule.resourceNames().isEmpty()) {
      line("        resourceNames: " + list(rule.resourceNames()));
    }
    if (!rule.scope().equals("*")) {
      field(8, "scope", rule.scope());
    }
  }

  private void named(String field, List<RuleSource.Named> expressions) {
    if (!expressions.isEmpty()) {
      line("  " + field + ":");
      for (RuleSource.Named each : expressions) {
        line("    - name: " + quoted(each.name()));
        field(6, "expression", each.expression().text());
      }
    }
  }

  private void validation(RuleSource.Validation validation) {
    int start = yaml.length();
    field(6, "expression", validation.expression().text());
    yaml.setCharAt(start + 4, '-');
    validation.message().ifPresent(text -> field(6, "message", text));
    validation.messageExpression().ifPresent(text -> field(6, "messageExpression", text.text()));
    validation.reason().ifPresent(text -> field(6, "reason", text));
  }

  /** Text of several lines stays readable; everything else is quoted. */
  private void field(int indent, String name, String value) {
    String blanks = " ".repeat(indent);
    if (isBlock(value)) {
      String chomp = value.endsWith("\n") ? "|" : "|-";
      line(blanks + name + ": " + chomp);
      value.lines().forEach(each -> line(each.isEmpty() ? "" : blanks + "  " + each));
    } else {
      line(blanks + name + ": " + quoted(value));
    }
  }

  private static boolean isBlock(String value) {
    return value.contains("\n")
        && !value.startsWith(" ")
        && !value.startsWith("\n")
        && !value.endsWith("\n\n")
        && value.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f));
  }

  private static String list(List<String> values) {
    return "[" + String.join(", ", values.stream().map(VapWriter::quoted).toList()) + "]";
  }

  /** With double quotes, in the form that JSON and YAML share. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(c < ' ' ? "\\u%04x".formatted((int) c) : Character.toString(c));
      }
    }
    return quoted.append('"').toString();
  }

  private void line(String text) {
    yaml.append(text).append('\n');
  }
}
