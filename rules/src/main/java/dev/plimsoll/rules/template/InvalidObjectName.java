package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.rule.Findings;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A name that Kubernetes does not take: {@code validateMetadataName} of Helm's lint. */
public final class InvalidObjectName extends RenderRule {

  private static final RuleId ID = new RuleId("invalid-object-name");

  private static final int LONGEST_SUBDOMAIN = 253;
  private static final int LONGEST_LABEL = 63;
  private static final String LABEL = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
  private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*+");
  private static final Pattern DNS_LABEL = Pattern.compile(LABEL);
  private static final Pattern DNS_LABEL_1035 = Pattern.compile("[a-z](?:[-a-z0-9]*[a-z0-9])?");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  void check(RenderedRelease release, RuleParameters parameters, Findings findings) {
    for (Manifest manifest : release.rendered().objects()) {
      problem(manifest)
          .flatMap(problem -> diagnostic(release, manifest, problem))
          .ifPresent(found -> findings.add(found, release.cells()));
    }
  }

  private static Optional<Diagnostic> diagnostic(
      RenderedRelease release, Manifest manifest, String problem) {
    Optional<YamlNode> place =
        Objects.entry(manifest, "metadata", "name")
            .map(YamlEntry::value)
            .or(() -> Objects.entry(manifest, "kind").map(YamlEntry::value));
    return place.map(node ->
        new ObjectPlace(release, manifest, node.span(), "metadata.name").report(ID, problem));
  }

  /** What is wrong with a name; empty if nothing is. */
  private static Optional<String> problem(Manifest manifest) {
    String kind = manifest.head().kind();
    String name = manifest.head().name();
    boolean isGenerated = Objects.entry(manifest, "metadata", "generateName").isPresent();
    if (isGenerated || kind.equals("List")) {
      return Optional.empty();
    }
    if (name.isEmpty()) {
      return Optional.of("The " + kind + " has no name, so Kubernetes refuses it.");
    }
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "service" ->
          wrong(
              manifest,
              DNS_LABEL_1035,
              LONGEST_LABEL,
              "at most 63 lower-case letters, digits and hyphens, with a letter at the beginning");
      case "namespace" ->
          wrong(
              manifest,
              DNS_LABEL,
              LONGEST_LABEL,
              "at most 63 lower-case letters, digits and hyphens");
      case "certificatesigningrequest" -> Optional.empty();
      case "role", "clusterrole", "rolebinding", "clusterrolebinding" ->
          name.equals(".") || name.equals("..") || name.contains("/") || name.contains("%")
              ? Optional.of(says(manifest, "anything but `.`, `..`, `/` and `%`"))
              : Optional.empty();
      default ->
          wrong(
              manifest,
              SUBDOMAIN,
              LONGEST_SUBDOMAIN,
              "at most 253 lower-case letters, digits, hyphens and dots, with a letter or digit at both ends");
    };
  }

  private static Optional<String> wrong(
      Manifest manifest, Pattern form, int longest, String wanted) {
    String name = manifest.head().name();
    return name.length() <= longest && form.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(says(manifest, wanted));
  }

  private static String says(Manifest manifest, String wanted) {
    return "Kubernetes refuses the name `%s` for a %s: it takes %s."
        .formatted(manifest.head().name(), manifest.head().kind(), wanted);
  }
}
