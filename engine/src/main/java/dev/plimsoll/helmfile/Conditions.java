package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.source.Located;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.Optional;

/** Evaluates {@code condition} ({@code ConditionEnabled}). */
final class Conditions {

  private Conditions() {}

  static boolean isEnabled(MapValue release, MapValue values, Notes notes) throws StateFailure {
    Optional<Located<String>> condition = Nodes.textAt(release, "condition");
    if (condition.isEmpty() || condition.get().value().equalsIgnoreCase("true")) {
      return true;
    }
    if (condition.get().value().equalsIgnoreCase("false")) {
      return false;
    }
    String[] keys = condition.get().value().split("\\.", -1);
    if (!keys[keys.length - 1].equals("enabled")) {
      throw notes.fail(
          HelmfileRules.INVALID_CONDITION,
          condition.get().location(),
          "A `condition` is the path of a state value that ends in `.enabled`, and this is none,"
              + " so helmfile stops.");
    }
    MapValue at = values;
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < keys.length - 1; i++) {
      path.append('.').append(keys[i]);
      Value next = at.entries().get(keys[i]);
      if (!(next instanceof MapValue map)) {
        String meant =
            next == null
                ? NearestName.of(keys[i], at.entries().keySet())
                    .map(near -> "; did you mean `" + near + "`?")
                    .orElse(", so helmfile stops.")
                : ", so helmfile stops.";
        throw notes.fail(
            HelmfileRules.INVALID_CONDITION,
            condition.get().location(),
            "The state values have no map `" + path + "`" + meant);
      }
      at = map;
    }
    return at.entries().get("enabled") instanceof ScalarValue(GoScalar.Bool(boolean flag), _, _)
        && flag;
  }
}
