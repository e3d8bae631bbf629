package dev.plimsoll.manifest;

/** A container of a pod template. */
public record Container(Field field, Role role) {

  /** When it runs. */
  public enum Role {
    /** Beside the others, for as long as the pod. */
    MAIN,
    /** Before the others, and ends. */
    INIT,
    /** Started before the others, and stays. */
    SIDECAR
  }

  public Field get(String... path) {
    return field.get(path);
  }

  public String name() {
    return field.get("name").text().orElse("");
  }

  /**
   * A setting of the container's security context, or that of its pod where the container has none:
   * the API server takes the first for what both have ({@code runAsNonRoot}, {@code runAsUser},
   * {@code seccompProfile} and so on).
   */
  public Field security(PodTemplate pod, String... path) {
    Field own = field.get("securityContext").get(path);
    Field shared = pod.spec().get("securityContext").get(path);
    return own.exists() || !shared.exists() ? own : shared;
  }

  /** {@code container `app`}, for messages. */
  public String title() {
    return switch (role) {
      case MAIN -> "container `" + name() + "`";
      case INIT -> "init container `" + name() + "`";
      case SIDECAR -> "sidecar `" + name() + "`";
    };
  }
}
