package dev.plimsoll.schemas;

import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the roles and bindings that every cluster has: {@code BuiltInRoles OUT MODULE}, where the
 * module is a folder that {@code go mod download -json k8s.io/kubernetes@v1.N.P} names. {@code
 * dev.plimsoll.rbac.BuiltIn} describes the form.
 */
public final class BuiltInRoles {

  private static final String FOLDER = "plugin/pkg/auth/authorizer/rbac/bootstrappolicy/testdata";
  private static final List<String> FILES =
      List.of(
          "cluster-roles.yaml",
          "controller-roles.yaml",
          "namespace-roles.yaml",
          "cluster-role-bindings.yaml",
          "controller-role-bindings.yaml",
          "namespace-role-bindings.yaml");

  private BuiltInRoles() {}

  /** Writes the file. */
  public static void main(String[] args) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : FILES) {
      Path file = Path.of(args[1]).resolve(FOLDER).resolve(name);
      SourceFile source = new SourceFile(name, Files.readString(file));
      for (KubernetesObject object : KubernetesObject.of(YamlParser.parse(source))) {
        write(object, lines);
      }
    }
    Files.writeString(Path.of(args[0]), String.join("\n", lines) + "\n");
  }

  private static void write(KubernetesObject object, List<String> lines) {
    String namespace = object.namespace().orElse("");
    if (object.kind().endsWith("Binding")) {
      Field role = object.get("roleRef");
      String subjects =
          object.get("subjects").items().stream()
              .map(subject ->
                  text(subject, "kind")
                      + "/"
                      + text(subject, "namespace")
                      + "/"
                      + text(subject, "name"))
              .collect(Collectors.joining(","));
      lines.add(
          line(
              "binding",
              namespace,
              object.name(),
              text(role, "kind"),
              text(role, "name"),
              subjects));
      return;
    }
    String labels =
        object.labels().entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(","));
    String selected =
        object.get("aggregationRule", "clusterRoleSelectors").items().stream()
            .flatMap(selector -> selector.get("matchLabels").fields().stream())
            .map(label -> label.key() + "=" + label.text().orElse(""))
            .collect(Collectors.joining(","));
    lines.add(line("role", namespace, object.name(), labels, selected));
    for (Field rule : object.get("rules").items()) {
      lines.add(
          line(
              "rule",
              texts(rule, "verbs"),
              texts(rule, "apiGroups"),
              texts(rule, "resources"),
              texts(rule, "resourceNames"),
              texts(rule, "nonResourceURLs")));
    }
  }

  private static String line(String... cells) {
    return String.join("\t", cells);
  }

  private static String text(Field field, String name) {
    return field.get(name).text().orElse("");
  }

  private static String texts(Field field, String name) {
    // The core group is empty, so a list of it alone must differ from no list.
    return field.get(name).items().stream()
        .map(item -> "'" + item.text().orElse("") + "'")
        .collect(Collectors.joining(","));
  }
}
