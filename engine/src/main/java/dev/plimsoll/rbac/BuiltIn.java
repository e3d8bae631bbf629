package dev.plimsoll.rbac;

import dev.plimsoll.manifest.LabelSelector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The roles and bindings that every cluster has: those of Kubernetes 1.36, by {@code BuiltInRoles}
 * of {@code bench/schemas}. Lines with tabs between: {@code role NAMESPACE NAME LABELS SELECTED},
 * below it {@code rule VERBS GROUPS RESOURCES NAMES URLS}, and {@code binding NAMESPACE NAME KIND
 * ROLE SUBJECTS}; the items of a rule stand in quotes.
 */
public final class BuiltIn {

  private final List<RoleObject> roles = new ArrayList<>();
  private final List<BindingObject> bindings = new ArrayList<>();

  private BuiltIn() {
    for (String line : lines()) {
      String[] cells = line.split("\t", -1);
      switch (cells[0]) {
        case "role" -> roles.add(role(cells));
        case "rule" -> roles.add(roles.removeLast().with(rule(cells)));
        default -> bindings.add(binding(cells));
      }
    }
  }

  /** Read when it is asked for. */
  private static final class Holder {
    private static final BuiltIn ALL = new BuiltIn();
  }

  /**
   * Whether every cluster has a role.
   *
   * @param namespace empty for a ClusterRole
   */
  public static boolean hasRole(String namespace, String name) {
    return roles().stream()
        .anyMatch(role -> role.namespace().equals(namespace) && role.name().equals(name));
  }

  static List<RoleObject> roles() {
    return Holder.ALL.roles;
  }

  static List<BindingObject> bindings() {
    return Holder.ALL.bindings;
  }

  private static RoleObject role(String[] cells) {
    List<LabelSelector> selectors =
        cells[4].isEmpty() ? List.of() : List.of(new LabelSelector(labels(cells[4]), List.of()));
    return new RoleObject(
        cells[1], cells[2], labels(cells[3]), List.of(), selectors, Optional.empty());
  }

  private static PolicyRule rule(String[] cells) {
    return new PolicyRule(
        items(cells[1]),
        items(cells[2]),
        items(cells[3]),
        items(cells[4]),
        items(cells[5]),
        Optional.empty());
  }

  private static BindingObject binding(String[] cells) {
    List<Subject> subjects = new ArrayList<>();
    for (String subject : cells[5].split(",", -1)) {
      String[] parts = subject.split("/", 3);
      if (parts.length == 3) {
        subjects.add(new Subject(parts[0], parts[1], parts[2]));
      }
    }
    return new BindingObject(cells[1], cells[2], cells[3], cells[4], subjects, Optional.empty());
  }

  private static List<String> items(String cell) {
    List<String> items = new ArrayList<>();
    if (!cell.isEmpty()) {
      for (String item : cell.split(",", -1)) {
        items.add(item.substring(1, item.length() - 1));
      }
    }
    return items;
  }

  private static Map<String, String> labels(String cell) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (!cell.isEmpty()) {
      for (String label : cell.split(",", -1)) {
        String[] parts = label.split("=", 2);
        labels.put(parts[0], parts[1]);
      }
    }
    return labels;
  }

  private static List<String> lines() {
    try (InputStream in = BuiltIn.class.getResourceAsStream("built-in-roles.tsv")) {
      if (in == null) {
        throw new IllegalStateException("There is no built-in-roles.tsv");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
