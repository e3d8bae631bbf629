package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.Located;
import dev.plimsoll.values.MapValue;
import java.util.List;
import java.util.Map;

/** The address of a well-known host of charts without the path where its index is. */
public final class BareRepositoryUrl implements Rule {

  private static final RuleId ID = new RuleId("bare-repository-url");

  private static final Map<String, String> PATHS =
      Map.of("https://charts.bitnami.com", "https://charts.bitnami.com/bitnami");

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
            Spec.text(repository, "url")
                .filter(url -> PATHS.containsKey(plain(url)))
                .ifPresent(
                    url -> StateRules.report(context, environment, state, diagnostic(url), sink));
          }
        });
  }

  private static String plain(Located<String> url) {
    String text = url.value();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static Diagnostic diagnostic(Located<String> url) {
    String better = PATHS.getOrDefault(plain(url), "");
    Diagnostic found =
        Diagnostic.of(
            ID,
            url.location(),
            "There is no index of charts at this address; it is at `" + better + "`.");
    String written = url.location().file().text(url.location().span());
    return found.withFix(
        new Fix(
            "Write `" + better + "`",
            Fix.Applicability.SAFE,
            List.of(new TextEdit(url.location(), written.replace(url.value(), better)))));
  }
}
