package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.helmfile.StateFile;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.values.MapValue;
import java.util.List;

/** A list of a later part that replaces the same list of an earlier one. */
public final class ReplacedHelmfileList implements Rule {

  private static final RuleId ID = new RuleId("replaced-helmfile-list");
  private static final List<String> LISTS =
      List.of("releases", "repositories", "helmfiles", "hooks", "apiVersions");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    StateRules.visit(context, (environment, state) -> check(context, environment, state, sink));
  }

  private static void check(
      RuleContext context, LoadedEnvironment environment, StateFile state, DiagnosticSink sink) {
    for (String list : LISTS) {
      MapValue earlier = null;
      for (MapValue part : state.parts()) {
        if (Spec.items(part, list).isEmpty()) {
          continue;
        }
        if (earlier != null) {
          StateRules.report(
              context,
              environment,
              state,
              Diagnostic.of(
                      ID,
                      Spec.place(part, list),
                      "A later part replaces `"
                          + list
                          + "` as a whole, so what an earlier part lists is dropped; put both into"
                          + " one list.")
                  .withRelated(
                      RelatedLocation.Role.OVERRIDDEN_LAYER,
                      Spec.place(earlier, list),
                      "This list is dropped."),
              sink);
        }
        earlier = part;
      }
    }
  }
}
