package dev.plimsoll.cli.report;

import dev.plimsoll.rbac.PolicyRule;
import dev.plimsoll.rbac.RoleDraft;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Roles as {@code plimsoll rbac required} writes them.
 *
 * @param name of the roles and bindings
 * @param account to bind them to; empty if nobody was named
 */
public record RoleReport(String name, Optional<Account> account) {

  private static final int WIDTH = 96;

  /** A service account. */
  public record Account(String namespace, String name) {}

  /** YAML that can be applied, with a comment above each rule. */
  public String yaml(List<RoleDraft> roles) {
    StringBuilder text = new StringBuilder();
    for (RoleDraft role : roles) {
      text.append("---\n");
      head(text, role, kind(role));
      text.append("rules:\n");
      role.rules().forEach(entry -> rule(text, entry));
      account.ifPresent(found -> binding(text, role, found));
    }
    return text.toString();
  }

  /** An object with an array of roles; {@code docs/schema/rbac.schema.json} describes it. */
  public String json(List<RoleDraft> roles) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeNumberProperty("schemaVersion", 1);
      json.writeArrayPropertyStart("roles");
      for (RoleDraft role : roles) {
        json.writeStartObject();
        json.writeStringProperty("kind", kind(role));
        json.writeStringProperty("namespace", role.namespace());
        json.writeStringProperty("name", name);
        json.writeArrayPropertyStart("rules");
        for (RoleDraft.Entry entry : role.rules()) {
          json.writeStartObject();
          PolicyRule rule = entry.rule();
          JsonText.texts(json, "apiGroups", rule.apiGroups());
          JsonText.texts(json, "resources", rule.resources());
          JsonText.texts(json, "resourceNames", rule.resourceNames());
          JsonText.texts(json, "nonResourceURLs", rule.nonResourceUrls());
          JsonText.texts(json, "verbs", rule.verbs());
          JsonText.texts(json, "why", entry.why());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private void head(StringBuilder text, RoleDraft role, String kind) {
    text.append("apiVersion: rbac.authorization.k8s.io/v1\nkind: ")
        .append(kind)
        .append("\nmetadata:\n  name: ")
        .append(name)
        .append('\n');
    if (!role.namespace().isEmpty()) {
      text.append("  namespace: ").append(role.namespace()).append('\n');
    }
  }

  private void binding(StringBuilder text, RoleDraft role, Account to) {
    text.append("---\n");
    head(text, role, kind(role) + "Binding");
    text.append("roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ")
        .append(kind(role))
        .append("\n  name: ")
        .append(name)
        .append("\nsubjects:\n  - kind: ServiceAccount\n    name: ")
        .append(to.name())
        .append("\n    namespace: ")
        .append(to.namespace())
        .append('\n');
  }

  private static void rule(StringBuilder text, RoleDraft.Entry entry) {
    for (String sentence : entry.why()) {
      text.append(WrappedText.of(sentence, "  # ", WIDTH));
    }
    PolicyRule rule = entry.rule();
    String indent = "  - ";
    indent = list(text, indent, "apiGroups", rule.apiGroups());
    indent = list(text, indent, "resources", rule.resources());
    indent = list(text, indent, "resourceNames", rule.resourceNames());
    indent = list(text, indent, "nonResourceURLs", rule.nonResourceUrls());
    list(text, indent, "verbs", rule.verbs());
  }

  private static String list(StringBuilder text, String indent, String key, List<String> items) {
    if (items.isEmpty()) {
      return indent;
    }
    String joined = items.stream().map(RoleReport::quoted).collect(Collectors.joining(", "));
    text.append(indent).append(key).append(": [").append(joined).append("]\n");
    return "    ";
  }

  private static String quoted(String text) {
    return text.matches("[a-z][a-z0-9./-]*") ? text : "\"" + text + "\"";
  }

  private static String kind(RoleDraft role) {
    return role.namespace().isEmpty() ? "ClusterRole" : "Role";
  }
}
