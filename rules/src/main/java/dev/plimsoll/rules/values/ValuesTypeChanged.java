package dev.plimsoll.rules.values;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.rule.Findings;
import dev.plimsoll.rules.estate.EstateShelf;
import dev.plimsoll.rules.estate.LayerStack;
import dev.plimsoll.rules.estate.OverrideWalk;
import dev.plimsoll.rules.estate.StackRule;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value of another type than the one it overrides. Nulls and empty values say nothing of a type,
 * so they neither change one nor have one to change; where the chart's schema speaks of the value,
 * the schema judges.
 */
public final class ValuesTypeChanged extends StackRule {

  private static final RuleId ID = new RuleId("values-type-changed");
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(?:\\.[0-9]+)?");
  private static final Pattern BOOLEAN = Pattern.compile("true|false");

  private final ChartKnowledgeShelf charts;

  /**
   * @param shelf shared by the rules that look at the same estate
   * @param charts shared by the rules that want to know charts
   */
  public ValuesTypeChanged(EstateShelf shelf, ChartKnowledgeShelf charts) {
    super(shelf);
    this.charts = charts;
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  protected void check(LayerStack stack, Findings findings) {
    for (LayerValues layer : stack.release().layers()) {
      OverrideWalk.visit(
          stack,
          layer,
          (path, written, below) ->
              change(written, below.getFirst())
                  .filter(_ -> !charts.of(stack.release()).isTypeJudged(path))
                  .ifPresent(
                      message -> report(stack, message, written, below.getFirst(), findings)));
    }
  }

  private static void report(
      LayerStack stack, String message, Value written, Value below, Findings findings) {
    findings.add(
        Diagnostic.of(ID, written.origin().location(), message)
            .withRelated(
                RelatedLocation.Role.OVERRIDDEN_LAYER,
                below.origin().location(),
                "Here it is " + name(below) + "."),
        stack.cells());
  }

  /** What is to be said of the change; empty if it is none, or one that charts are made for. */
  private static Optional<String> change(Value written, Value below) {
    if (saysNothing(written) || saysNothing(below)) {
      return Optional.empty();
    }
    if (written instanceof ScalarValue upper && below instanceof ScalarValue lower) {
      return scalarChange(upper.content(), lower.content());
    }
    if (name(written).equals(name(below))) {
      return Optional.empty();
    }
    String consequence =
        below instanceof MapValue
            ? "Helm drops the map with nothing but a log line"
            : "the templates are written for the type below";
    return Optional.of(
        "This is %s where the layer below has %s; %s."
            .formatted(name(written), name(below), consequence));
  }

  private static Optional<String> scalarChange(GoScalar upper, GoScalar lower) {
    return switch (upper) {
      case GoScalar.Text(String text) when lower instanceof GoScalar.Bool ->
          Optional.of(
              text.equals("false")
                  ? "This is text where the layer below has a boolean, and `\"false\"` counts as"
                      + " true in a template."
                  : "This is text where the layer below has a boolean, and any text counts as true in"
                      + " a template.");
      case GoScalar.Text(String text) when isNumber(lower) && NUMBER.matcher(text).matches() ->
          Optional.of(
              "This is text where the layer below has a number; Kubernetes refuses a number in quotes.");
      case GoScalar.Bool _ when isNumber(lower) || isBooleanText(lower) ->
          Optional.of(
              "This is a boolean where the layer below has %s; the templates are written for the type"
                      .formatted(isNumber(lower) ? "a number" : "text")
                  + " below.");
      case GoScalar.Int64 _, GoScalar.Float64 _ when lower instanceof GoScalar.Bool ->
          Optional.of(
              "This is a number where the layer below has a boolean; the templates are written for the"
                  + " type below.");
      case GoScalar.Nil _, GoScalar.Bool _, GoScalar.Int64 _, GoScalar.Float64 _, GoScalar.Text _ ->
          Optional.empty();
    };
  }

  private static boolean isNumber(GoScalar scalar) {
    return scalar instanceof GoScalar.Float64 || scalar instanceof GoScalar.Int64;
  }

  private static boolean isBooleanText(GoScalar scalar) {
    return scalar instanceof GoScalar.Text(String text) && BOOLEAN.matcher(text).matches();
  }

  private static boolean saysNothing(Value value) {
    return switch (value) {
      case MapValue map -> map.entries().isEmpty();
      case ListValue list -> list.items().isEmpty();
      case ScalarValue scalar ->
          switch (scalar.content()) {
            case GoScalar.Nil _ -> true;
            case GoScalar.Text(String text) -> text.isEmpty();
            case GoScalar.Bool _, GoScalar.Int64 _, GoScalar.Float64 _ -> false;
          };
    };
  }

  private static String name(Value value) {
    return switch (value) {
      case MapValue _ -> "a map";
      case ListValue _ -> "a list";
      case ScalarValue scalar ->
          switch (scalar.content()) {
            case GoScalar.Nil _ -> "null";
            case GoScalar.Bool _ -> "a boolean";
            case GoScalar.Int64 _, GoScalar.Float64 _ -> "a number";
            case GoScalar.Text _ -> "text";
          };
    };
  }
}
