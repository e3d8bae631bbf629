package dev.plimsoll.chart;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.List;
import java.util.Optional;

/**
 * What the values say about dependencies: {@code processDependencyTags} and {@code
 * processDependencyConditions}.
 */
final class DependencySwitches {

  private final MapValue values;
  private final String path;
  private final DiagnosticSink sink;

  /**
   * @param path goes before every condition
   */
  DependencySwitches(MapValue values, String path, DiagnosticSink sink) {
    this.values = values;
    this.path = path;
    this.sink = sink;
  }

  /** The first condition that is a boolean decides; without any, tags can disable. */
  boolean isEnabled(Dependency dependency) {
    boolean byTags = byTags(dependency);
    return byCondition(dependency).orElse(byTags);
  }

  /** One true tag enables; without one, a false tag disables. */
  private boolean byTags(Dependency dependency) {
    if (!(values.entries().get("tags") instanceof MapValue tags)) {
      return true;
    }
    boolean disabled = false;
    boolean enabled = false;
    for (Located<String> tag : dependency.tags()) {
      Value value = tags.entries().get(tag.value());
      if (value instanceof ScalarValue(GoScalar.Bool(boolean on), _, _)) {
        enabled |= on;
        disabled |= !on;
      } else if (value != null) {
        report(ChartRules.NON_BOOLEAN_TAG, "tags." + tag.value(), value, tag.location());
      }
    }
    return enabled || !disabled;
  }

  private Optional<Boolean> byCondition(Dependency dependency) {
    if (dependency.condition().isEmpty()) {
      return Optional.empty();
    }
    Located<String> condition = dependency.condition().get();
    for (String wanted : condition.value().strip().split(",", -1)) {
      if (wanted.isEmpty()) {
        continue;
      }
      Optional<Value> value = leaf(path + wanted);
      if (value.isEmpty()) {
        continue;
      }
      if (value.get() instanceof ScalarValue(GoScalar.Bool(boolean on), _, _)) {
        return Optional.of(on);
      }
      report(ChartRules.NON_BOOLEAN_CONDITION, path + wanted, value.get(), condition.location());
    }
    return Optional.empty();
  }

  /** {@code Values.PathValue}: what stands at a path of keys, unless that is a map. */
  private Optional<Value> leaf(String dotted) {
    Value found = values;
    for (String key : List.of(dotted.split("\\.", -1))) {
      found = found instanceof MapValue map ? map.entries().get(key) : null;
      if (found == null) {
        return Optional.empty();
      }
    }
    return found instanceof MapValue ? Optional.empty() : Optional.of(found);
  }

  private void report(RuleId rule, String key, Value value, Location asking) {
    sink.report(
        Diagnostic.of(
                rule,
                value.origin().location(),
                "`%s` decides whether a dependency is enabled and is %s, so Helm ignores it; write `true` or `false`."
                    .formatted(ArchiveReader.shortened(key), kind(value)))
            .withRelated(
                RelatedLocation.Role.DEFINITION, asking, "The chart asks for the value here."));
  }

  private static String kind(Value value) {
    return switch (value) {
      case MapValue _ -> "a map";
      case ListValue _ -> "a list";
      case ScalarValue(GoScalar content, _, _) ->
          switch (content) {
            case GoScalar.Nil() -> "null";
            case GoScalar.Bool _ -> "a boolean";
            case GoScalar.Int64 _, GoScalar.Float64 _ -> "a number";
            case GoScalar.Text _ -> "text";
          };
    };
  }
}
