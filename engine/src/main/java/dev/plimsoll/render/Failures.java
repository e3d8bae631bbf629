package dev.plimsoll.render;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RelatedLocation.Role;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.render.ChartScopes.TemplateScope;
import dev.plimsoll.render.RenderFailure.Kind;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.eval.EvaluationFailure;
import dev.plimsoll.template.origin.OriginFinder;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.syntax.TemplateFile.SyntaxError;
import dev.plimsoll.template.value.Site;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Source.MissingKey;
import dev.plimsoll.template.value.Source.ValuesKey;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.template.value.TracedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what went wrong in templates: in Helm's words, and in ours with the places. */
final class Failures {

  private static final int MAX_CALLS = 8;

  private Failures() {}

  /** The syntax errors of all templates; Helm stops at the first. */
  static final class Syntax {

    private final Set<SourceFile> seen = new LinkedHashSet<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private String message = "";

    void add(TemplateScope scope, TemplateFile file) {
      if (message.isEmpty()) {
        message = helmMessage(scope.name(), file.errors().getFirst());
      }
      // A chart with two aliases has its files twice.
      if (seen.add(file.source())) {
        for (SyntaxError error : file.errors()) {
          diagnostics.add(
              Diagnostic.of(
                  RenderRules.SYNTAX_ERROR,
                  file.source().at(error.span()),
                  "Helm cannot parse this template: " + error.message() + "."));
        }
      }
    }

    Optional<RenderFailure> failure() {
      return diagnostics.isEmpty()
          ? Optional.empty()
          : Optional.of(new RenderFailure(Kind.SYNTAX, message, diagnostics));
    }

    /** {@code cleanupParseError}, which keeps only what follows the last colon. */
    private static String helmMessage(String name, SyntaxError error) {
      String[] tokens =
          ("template: " + name + ":" + error.line() + ": " + error.message()).split(": ", -1);
      return "parse error at (" + tokens[1] + "): " + tokens[tokens.length - 1];
    }
  }

  /** A template that stopped while it ran. */
  static RenderFailure execution(EvaluationFailure failure, TemplateScope scope) {
    Diagnostic found = Diagnostic.of(rule(failure), place(failure, scope), sentence(failure));
    for (Source source : failure.trace().data()) {
      found = withValue(found, source);
    }
    int calls = 0;
    for (Site call : failure.calls()) {
      if (calls++ < MAX_CALLS) {
        found = found.withRelated(Role.TEMPLATE, placeOf(call), "The template is called here.");
      }
    }
    Kind kind = failure.kind() == EvaluationFailure.Kind.BOUND ? Kind.BOUND : Kind.EXECUTION;
    return new RenderFailure(kind, failure.text(), List.of(found));
  }

  private static RuleId rule(EvaluationFailure failure) {
    return switch (failure.kind()) {
      case EXECUTION -> RenderRules.EXECUTION_ERROR;
      case FAIL, REQUIRED -> RenderRules.REFUSED_VALUES;
      case BOUND -> RenderRules.BOUND;
    };
  }

  private static String sentence(EvaluationFailure failure) {
    String reason = failure.reason().strip();
    return switch (failure.kind()) {
      case EXECUTION -> "Helm stops while it runs this template: " + reason + ".";
      case FAIL -> "The chart refuses these values: " + reason;
      case REQUIRED -> "The chart requires a value that is not set: " + reason;
      case BOUND -> "This template was stopped: " + reason + ".";
    };
  }

  private static Location place(EvaluationFailure failure, TemplateScope scope) {
    Site site = failure.site();
    return site == null ? new SourceFile(scope.name(), "").start() : placeOf(site);
  }

  /** A place in a text that was given to {@code tpl} is one in the values, if that is known. */
  static Location placeOf(Site site) {
    TracedText given = site.given();
    if (given == null) {
      return site.location();
    }
    Span span = site.span();
    return new OriginFinder(given).of(span).map(SpanOrigin::location).orElse(site.location());
  }

  private static Diagnostic withValue(Diagnostic found, Source source) {
    return switch (source) {
      case ValuesNode node ->
          found.withRelated(
              Role.DEFINITION,
              node.origin().keyLocation(),
              "The value `" + node.path() + "` is set here.");
      case ValuesKey(ValuesNode node) ->
          found.withRelated(
              Role.DEFINITION,
              node.origin().keyLocation(),
              "The key `" + node.path() + "` is here.");
      case MissingKey(ValuesNode parent, String key) ->
          found.withRelated(
              Role.DEFINITION,
              parent.origin().keyLocation(),
              "No layer sets `"
                  + key
                  + "` in "
                  + (parent.path().isEmpty() ? "the values" : "`" + parent.path() + "`")
                  + ", which is here.");
      case Source.ChartText _, Source.BuiltIn _, Source.Environment _ -> found;
    };
  }
}
