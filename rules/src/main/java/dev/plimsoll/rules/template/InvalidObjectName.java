package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.ReleaseObjectsRule;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A name that Kubernetes does not take: {@code validateMetadataName} of Helm's lint. */
public final class InvalidObjectName extends ReleaseObjectsRule {

  private static final RuleId ID = new RuleId("invalid-object-name");

  private static final int LONGEST_SUBDOMAIN = 253;
  private static final int LONGEST_LABEL = 63;
  private static final String LABEL = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
  private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*+");
  private static final Pattern DNS_LABEL = Pattern.compile(LABEL);
  private static final Pattern DNS_LABEL_1035 = Pattern.compile("[a-z](?:[-a-z0-9]*[a-z0-9])?");

  public InvalidObjectName() {
    super(ID);
  }

  @Override
  protected void check(ReleaseObjects release, Settings settings, ObjectFindings findings) {
    for (KubernetesObject object : release.objects()) {
      Field name = object.get("metadata", "name");
      problem(object)
          .ifPresent(
              problem -> findings.add(release, name.exists() ? name : object.get("kind"), problem));
    }
  }

  /** What is wrong with a name; empty if nothing is. */
  private static Optional<String> problem(KubernetesObject object) {
    String kind = object.kind();
    String name = object.name();
    boolean isGenerated = object.get("metadata", "generateName").exists();
    if (isGenerated) {
      return Optional.empty();
    }
    if (name.isEmpty()) {
      return Optional.of("The " + kind + " has no name, so Kubernetes refuses it.");
    }
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "service" ->
          wrong(
              object,
              DNS_LABEL_1035,
              LONGEST_LABEL,
              "at most 63 lower-case letters, digits and hyphens, with a letter at the beginning");
      case "namespace" ->
          wrong(
              object,
              DNS_LABEL,
              LONGEST_LABEL,
              "at most 63 lower-case letters, digits and hyphens");
      case "certificatesigningrequest" -> Optional.empty();
      case "role", "clusterrole", "rolebinding", "clusterrolebinding" ->
          name.equals(".") || name.equals("..") || name.contains("/") || name.contains("%")
              ? Optional.of(says(object, "anything but `.`, `..`, `/` and `%`"))
              : Optional.empty();
      default ->
          wrong(
              object,
              SUBDOMAIN,
              LONGEST_SUBDOMAIN,
              "at most 253 lower-case letters, digits, hyphens and dots, with a letter or digit at both ends");
    };
  }

  private static Optional<String> wrong(
      KubernetesObject object, Pattern form, int longest, String wanted) {
    String name = object.name();
    return name.length() <= longest && form.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(says(object, wanted));
  }

  private static String says(KubernetesObject object, String wanted) {
    return "Kubernetes refuses the name `%s` for a %s: it takes %s."
        .formatted(object.name(), object.kind(), wanted);
  }
}
