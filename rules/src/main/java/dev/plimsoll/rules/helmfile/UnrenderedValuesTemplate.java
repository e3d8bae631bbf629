package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.source.Located;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A values file that looks like a template and is not rendered. */
public final class UnrenderedValuesTemplate extends ReleaseRule {

  public UnrenderedValuesTemplate() {
    super("unrendered-values-template");
  }

  @Override
  void check(Release release) {
    for (String field : List.of("values", "secrets")) {
      for (Located<String> entry : Spec.texts(release.spec(), field)) {
        Matcher ending = ENDING.matcher(entry.value());
        if (ending.find()) {
          release.report(diagnostic(release, entry, ending.group()));
        }
      }
    }
  }

  private static final Pattern ENDING =
      Pattern.compile("\\.(?:gotpl|tpl|tmpl|gotemplate|gotmpl\\.ya?ml)$");

  private static Diagnostic diagnostic(Release release, Located<String> entry, String ending) {
    Diagnostic found =
        release.diagnostic(
            entry.location(),
            "helmfile renders a values file only if its name ends with `.gotmpl`, so this one is"
                + " passed to Helm as it is; rename it.");
    String written = entry.location().file().text(entry.location().span());
    String better = written.replace(ending, ".gotmpl");
    return written.contains(ending)
        ? found.withFix(
            new Fix(
                "Name it `.gotmpl`; the file must be renamed as well",
                Fix.Applicability.DISPLAY,
                List.of(new TextEdit(entry.location(), better))))
        : found;
  }
}
