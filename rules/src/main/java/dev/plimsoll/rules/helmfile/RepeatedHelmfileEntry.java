package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.helmfile.StateFile;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.values.MapValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A repository, or a values file of a release, that is named twice. */
public final class RepeatedHelmfileEntry implements Rule {

  private static final RuleId ID = new RuleId("repeated-helmfile-entry");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    StateRules.visit(
        context,
        (environment, state) -> {
          new Names("The repository `%s` is declared twice, and the last one is taken.")
              .check(repositories(state), context, environment, state, sink);
          for (HelmfileRelease release : environment.releases()) {
            if (release.state().equals(state)) {
              for (String field : List.of("values", "secrets")) {
                new Names(
                        "`%s` is among the `"
                            + field
                            + "` twice, so it overrides again what stands between.")
                    .check(Spec.texts(release.spec(), field), context, environment, state, sink);
              }
            }
          }
        });
  }

  private static List<Located<String>> repositories(StateFile state) {
    return StateRules.repositories(state).stream()
        .map((MapValue repository) -> Spec.text(repository, "name"))
        .flatMap(name -> name.stream())
        .toList();
  }

  /** Looks for a name that comes twice. */
  private record Names(String message) {

    void check(
        List<Located<String>> names,
        RuleContext context,
        LoadedEnvironment environment,
        StateFile state,
        DiagnosticSink sink) {
      Map<String, Location> first = new HashMap<>();
      for (Located<String> name : names) {
        Location before = first.putIfAbsent(name.value(), name.location());
        if (before != null) {
          StateRules.report(
              context,
              environment,
              state,
              Diagnostic.of(ID, name.location(), message.formatted(name.value()))
                  .withRelated(RelatedLocation.Role.DEFINITION, before, "It is named here."),
              sink);
        }
      }
    }
  }
}
