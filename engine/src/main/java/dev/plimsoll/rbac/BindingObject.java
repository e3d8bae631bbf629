package dev.plimsoll.rbac;

import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.manifest.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A RoleBinding or ClusterRoleBinding.
 *
 * @param namespace where it holds; empty for everywhere
 * @param roleKind {@code Role} or {@code ClusterRole}
 * @param placed the object; empty for one that every cluster has
 */
public record BindingObject(
    String namespace,
    String name,
    String roleKind,
    String role,
    List<Subject> subjects,
    Optional<Placed> placed) {

  public BindingObject {
    subjects = List.copyOf(subjects);
  }

  static BindingObject of(Placed placed) {
    List<Subject> subjects = new ArrayList<>();
    for (Field subject : placed.object().get("subjects").items()) {
      String kind = subject.get("kind").text().orElse("");
      String name = subject.get("name").text().orElse("");
      String namespace = subject.get("namespace").text().orElse(placed.namespace());
      subjects.add(new Subject(kind, kind.equals("ServiceAccount") ? namespace : "", name));
    }
    Field reference = placed.object().get("roleRef");
    boolean isCluster = placed.object().kind().equals("ClusterRoleBinding");
    return new BindingObject(
        isCluster ? "" : placed.namespace(),
        placed.object().name(),
        reference.get("kind").text().orElse(""),
        reference.get("name").text().orElse(""),
        subjects,
        Optional.of(placed));
  }

  public String kind() {
    return namespace.isEmpty() ? "ClusterRoleBinding" : "RoleBinding";
  }

  /** {@code RoleBinding shop-prod/deployer}, {@code ClusterRoleBinding admins}. */
  public String title() {
    return kind() + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }

  /** Whether it gives this role. */
  public boolean gives(RoleObject candidate) {
    return roleKind.equals(candidate.kind())
        && role.equals(candidate.name())
        && (candidate.namespace().isEmpty() || candidate.namespace().equals(namespace));
  }
}
