package dev.plimsoll.render;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RelatedLocation.Role;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.render.ChartScopes.TemplateScope;
import dev.plimsoll.render.RenderFailure.Kind;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Order;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.eval.EvaluationFailure;
import dev.plimsoll.template.eval.TemplateSet;
import dev.plimsoll.template.function.FunctionTable;
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
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what went wrong in templates: in Helm's words, and in ours with the places. */
final class Failures {

  private static final int MAX_CALLS = 8;
  private static final int MAX_CONDITIONS = 4;

  private Failures() {}

  /** The syntax errors of all templates; Helm stops at the first. */
  static final class Syntax {

    private final Set<SourceFile> seen = new LinkedHashSet<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final FunctionTable functions;
    private String message = "";

    /**
     * @param functions what templates can call
     */
    Syntax(FunctionTable functions) {
      this.functions = functions;
    }

    void add(TemplateScope scope, TemplateFile file) {
      if (message.isEmpty()) {
        message = helmMessage(scope.name(), file.errors().getFirst());
      }
      // A chart with two aliases has its files twice.
      if (seen.add(file.source())) {
        Set<String> names = TemplateSet.functionNames(functions);
        List<SyntaxError> inOrder = new ArrayList<>(file.errors());
        inOrder.sort(Order.by(SyntaxError::span));
        for (SyntaxError error : inOrder) {
          diagnostics.add(
              Diagnostic.of(
                  RenderRules.SYNTAX_ERROR,
                  file.source().at(error.span()),
                  FailureWords.syntax(error.message(), names)));
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

  /**
   * A template that stopped while it ran.
   *
   * @param templates the names of all templates
   */
  static RenderFailure execution(
      EvaluationFailure failure, TemplateScope scope, Collection<String> templates) {
    Diagnostic found =
        Diagnostic.of(
            rule(failure), place(failure, scope), FailureWords.execution(failure, templates));
    for (Source source : failure.trace().data()) {
      found = withValue(found, source);
    }
    if (failure.kind() == EvaluationFailure.Kind.FAIL) {
      found = withConditions(found, failure.trace().control());
    }
    Kind kind = failure.kind() == EvaluationFailure.Kind.BOUND ? Kind.BOUND : Kind.EXECUTION;
    return new RenderFailure(kind, failure.text(), List.of(withCalls(found, failure.calls())));
  }

  /** The way to the template that failed; of a long one its two ends. */
  private static Diagnostic withCalls(Diagnostic diagnostic, List<Site> calls) {
    Map<Location, Integer> places = new LinkedHashMap<>();
    calls.forEach(call -> places.merge(placeOf(call), 1, Integer::sum));
    Diagnostic found = diagnostic;
    int number = 0;
    for (Map.Entry<Location, Integer> place : places.entrySet()) {
      boolean isShown = number < MAX_CALLS - 1 || number == places.size() - 1;
      number++;
      if (isShown) {
        String times = place.getValue() == 1 ? "" : ", " + place.getValue() + " times over";
        found =
            found.withRelated(
                Role.TEMPLATE, place.getKey(), "The template is called here" + times + ".");
      }
    }
    return found;
  }

  private static RuleId rule(EvaluationFailure failure) {
    return switch (failure.kind()) {
      case EXECUTION -> RenderRules.EXECUTION_ERROR;
      case FAIL, REQUIRED -> RenderRules.REFUSED_VALUES;
      case BOUND -> RenderRules.BOUND;
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

  /** The values that decided that the template came to where it gives up. */
  private static Diagnostic withConditions(Diagnostic diagnostic, Set<Source> control) {
    Diagnostic found = diagnostic;
    int number = 0;
    for (Source source : control) {
      if (source instanceof ValuesNode node && number++ < MAX_CONDITIONS) {
        found =
            found.withRelated(
                Role.DEFINITION,
                node.origin().keyLocation(),
                "The value `" + node.path() + "` leads there and is set here.");
      } else if (source instanceof MissingKey missing && number++ < MAX_CONDITIONS) {
        found = withValue(found, missing);
      }
    }
    return found;
  }

  private static Diagnostic withValue(Diagnostic found, Source source) {
    return switch (source) {
      case ValuesNode node ->
          found.withRelated(
              Role.DEFINITION,
              node.origin().keyLocation(),
              "The value `" + node.path() + "` is " + (isEmpty(node) ? "empty" : "set") + " here.");
      case ValuesKey(ValuesNode node) ->
          found.withRelated(
              Role.DEFINITION,
              node.origin().keyLocation(),
              "The key `" + node.path() + "` is here.");
      case MissingKey missing -> withoutValue(found, missing);
      case Source.ChartText _, Source.BuiltIn _, Source.Environment _ -> found;
    };
  }

  /** Whether somebody has set the value to nothing. */
  private static boolean isEmpty(ValuesNode node) {
    return node.value() instanceof ScalarValue scalar
        && (scalar.content() instanceof GoScalar.Nil
            || (scalar.content() instanceof GoScalar.Text(String text) && text.isEmpty()));
  }

  private static Diagnostic withoutValue(Diagnostic found, MissingKey missing) {
    Value deleting = missing.deletedBy();
    if (deleting != null) {
      return found.withRelated(
          Role.DEFINITION,
          deleting.origin().keyLocation(),
          "This null removes `" + missing.key() + "`.");
    }
    String parent = missing.parent().path();
    return found.withRelated(
        Role.DEFINITION,
        missing.parent().origin().keyLocation(),
        "No layer sets `"
            + missing.key()
            + "` in "
            + (parent.isEmpty() ? "the values" : "`" + parent + "`")
            + ", which is here.");
  }
}
