package dev.plimsoll.cli.command;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Guesses which value a misspelled path meant. */
final class NearPath {

  private NearPath() {}

  /** The path with every unknown key replaced by its nearest; empty if some key has none. */
  static Optional<ValuePath> of(MapValue values, ValuePath wanted) {
    List<ValuePath.Step> steps = new ArrayList<>();
    Value at = values;
    for (ValuePath.Step step : wanted.steps()) {
      if (!(step instanceof ValuePath.Key(String key)) || !(at instanceof MapValue map)) {
        return Optional.empty();
      }
      Optional<String> known =
          map.get(key).isPresent() ? Optional.of(key) : NearestName.of(key, map.entries().keySet());
      if (known.isEmpty()) {
        return Optional.empty();
      }
      steps.add(new ValuePath.Key(known.get()));
      at = map.entries().get(known.get());
    }
    return Optional.of(new ValuePath(steps));
  }
}
