package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.Located;
import dev.plimsoll.values.MapValue;
import java.util.List;
import java.util.Optional;

/** A repository of charts that anybody in between can change. */
public final class InsecureChartRepository implements Rule {

  private static final RuleId ID = new RuleId("insecure-chart-repository");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    StateRules.visit(
        context,
        (environment, state) -> {
          for (MapValue repository : StateRules.repositories(state)) {
            fault(repository)
                .ifPresent(found -> StateRules.report(context, environment, state, found, sink));
          }
        });
  }

  private static Optional<Diagnostic> fault(MapValue repository) {
    Optional<Located<String>> url = Spec.text(repository, "url");
    if (url.isPresent() && url.get().value().startsWith("http://")) {
      Diagnostic found =
          Diagnostic.of(
              ID,
              url.get().location(),
              "Charts come over plain http, so anybody on the way can replace them; use https or"
                  + " OCI.");
      return Optional.of(
          FieldFixes.withReplacement(
              found, url.get().location(), "http://", "https://", "Use https"));
    }
    for (String field : List.of("skipTLSVerify", "plainHttp")) {
      if (Spec.flag(repository, field).orElse(false)) {
        Diagnostic found =
            Diagnostic.of(
                ID,
                Spec.place(repository, field),
                "`"
                    + field
                    + "` takes the check of the repository's identity away, so anybody on the way"
                    + " can replace its charts.");
        return Optional.of(FieldFixes.withOff(found, repository.get(field)));
      }
    }
    return Optional.empty();
  }
}
