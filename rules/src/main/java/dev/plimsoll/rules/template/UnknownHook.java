package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.render.Hook;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.yaml.YamlEntry;
import java.util.List;
import java.util.Optional;

/** An object that names no hook that Helm knows: Helm leaves it out and says nothing. */
public final class UnknownHook extends RenderRule {

  private static final RuleId ID = new RuleId("unknown-hook");
  private static final List<String> HOOKS =
      List.of(
          "pre-install",
          "post-install",
          "pre-upgrade",
          "post-upgrade",
          "pre-delete",
          "post-delete",
          "pre-rollback",
          "post-rollback",
          "test",
          "test-success");

  public UnknownHook() {
    super(ID);
  }

  @Override
  void check(RenderedRelease release, ObjectFindings findings) {
    for (Manifest dropped : release.rendered().dropped()) {
      Objects.entry(dropped, "metadata", "annotations", Hook.ANNOTATION)
          .ifPresent(entry -> findings.add(diagnostic(release, dropped, entry), release.cells()));
    }
  }

  private static Diagnostic diagnostic(RenderedRelease release, Manifest dropped, YamlEntry entry) {
    String named = dropped.head().annotations().getOrDefault(Hook.ANNOTATION, "");
    Optional<String> near = NearestName.of(named.strip(), HOOKS);
    String message =
        "Helm knows no hook `%s`, so it leaves out the %s `%s` without a word; %s."
            .formatted(
                named,
                dropped.head().kind(),
                dropped.head().name(),
                near.map(name -> "write `" + name + "`")
                    .orElse("hooks are `pre-install`, `post-upgrade`, `test` and so on"));
    return new ObjectPlace(
            release,
            dropped,
            entry.value().span(),
            "metadata.annotations['" + Hook.ANNOTATION + "']")
        .report(ID, message);
  }
}
