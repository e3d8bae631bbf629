package dev.plimsoll.lsp.feature;

import dev.plimsoll.origin.Origin;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.template.origin.OriginFinder;
import dev.plimsoll.template.origin.OriginLine;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.PrintedValues;
import java.util.Optional;

/** Writes behind each line where it comes from, so that a person can go there. */
final class OriginComments {

  private OriginComments() {}

  /** Values as YAML. */
  static String ofValues(MapValue values) {
    StringBuilder out = new StringBuilder();
    for (PrintedValues.Line line : PrintedValues.of(values)) {
      out.append(line(line.text(), line.origin().map(Origin::place)));
    }
    return out.toString();
  }

  /** Rendered text. */
  static String ofManifest(Manifest manifest) {
    StringBuilder out = new StringBuilder();
    for (OriginLine line :
        OriginLine.of(
            manifest.content(), text -> new OriginFinder(text, manifest.template().values()))) {
      out.append(line(line.text(), line.origin().map(SpanOrigin::place)));
    }
    return out.toString();
  }

  /** A line with its end. */
  static String line(String text, Optional<String> place) {
    return text + place.map(known -> "  # " + known).orElse("") + "\n";
  }
}
