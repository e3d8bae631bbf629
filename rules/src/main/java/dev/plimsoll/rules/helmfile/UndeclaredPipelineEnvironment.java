package dev.plimsoll.rules.helmfile;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.Optional;
import java.util.Set;

/** A pipeline that runs helmfile for an environment that no helmfile has. */
public final class UndeclaredPipelineEnvironment implements Rule {

  private static final RuleId ID = new RuleId("undeclared-pipeline-environment");

  /** What a variable gives is not known. */
  private static final Pattern CALL =
      Pattern.compile(
          "\\bhelmfile\\s(?:[^\\n;&|#]*?\\s)?(?:-e|--environment)[ =]([A-Za-z0-9][A-Za-z0-9_.-]*)(?:\\s|$)");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    Optional<Set<String>> declared = DeclaredEnvironments.of(context.estate().helmfiles());
    if (declared.isEmpty()) {
      return;
    }
    Set<String> known = declared.get();
    for (SourceFile pipeline : context.estate().plainFiles().pipelines()) {
      Matcher matcher = CALL.matcher(pipeline.text());
      while (matcher.find()) {
        if (!known.contains(matcher.group(1))) {
          sink.report(
              diagnostic(pipeline, matcher.group(1), matcher.start(1), matcher.end(1), known));
        }
      }
    }
  }

  private static Diagnostic diagnostic(
      SourceFile pipeline, String name, int start, int end, Set<String> known) {
    String meant =
        NearestName.of(name, known)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("there is " + String.join(", ", known) + ".");
    return Diagnostic.of(
        ID,
        pipeline.at(new Span(start, end)),
        "No helmfile has the environment `" + name + "`, so this finds no releases; " + meant);
  }
}
