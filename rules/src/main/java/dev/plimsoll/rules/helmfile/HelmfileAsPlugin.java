package dev.plimsoll.rules.helmfile;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;

/** A pipeline that installs helmfile as a plugin of Helm, which it is not. */
public final class HelmfileAsPlugin implements Rule {

  private static final RuleId ID = new RuleId("helmfile-as-plugin");

  /** The command may go on in the next line behind a backslash. */
  private static final Pattern INSTALLATION =
      Pattern.compile(
          "\\bhelm\\s+plugin\\s+(?:install|add)\\s(?:[^\\n;&|]|\\\\\\n)*?"
              + "(https?://github\\.com/(?:helmfile|roboll)/helmfile(?:\\.git)?/?)(?:[\\s\"';&|)@]|$)");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    for (SourceFile pipeline : context.estate().plainFiles().pipelines()) {
      Matcher matcher = INSTALLATION.matcher(pipeline.text());
      while (matcher.find()) {
        if (!isComment(pipeline.text(), matcher.start())) {
          sink.report(diagnostic(pipeline, new Span(matcher.start(), matcher.end(1))));
        }
      }
    }
  }

  private static boolean isComment(String text, int at) {
    int start = text.lastIndexOf('\n', at) + 1;
    return text.substring(start, at).strip().startsWith("#");
  }

  private static Diagnostic diagnostic(SourceFile pipeline, Span span) {
    String better =
        pipeline.path().contains(".github/")
            ? "install its binary, as the action `helmfile/helmfile-action` does."
            : "install its binary from https://github.com/helmfile/helmfile/releases.";
    return Diagnostic.of(
        ID,
        pipeline.at(span),
        "Helmfile is no plugin of Helm: its repository has no `plugin.yaml`, so this command"
            + " fails; "
            + better);
  }
}
