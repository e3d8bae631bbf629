package dev.plimsoll.helmfile;

import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import java.util.List;
import java.util.Optional;

/** Looks up fields of a state file or release. */
public final class Spec {

  private Spec() {}

  /** The text of a field; empty where it is not said or empty. */
  public static Optional<Located<String>> text(MapValue spec, String field) {
    return Nodes.textAt(spec, field);
  }

  /** A boolean field; empty where it is not said. */
  public static Optional<Boolean> flag(MapValue spec, String field) {
    return Nodes.flag(spec, field);
  }

  /** The items of a list. */
  public static List<Value> items(MapValue spec, String field) {
    return Nodes.items(spec, field);
  }

  /** The texts of a list. */
  public static List<Located<String>> texts(MapValue spec, String field) {
    return Nodes.texts(spec, field);
  }

  /** A mapping; an empty one where it is not said. */
  public static MapValue map(MapValue spec, String field) {
    return Nodes.mapAt(spec, field);
  }

  /** The place of a field's key; where the mapping begins if the field is not said. */
  public static Location place(MapValue spec, String field) {
    return Nodes.keyPlace(spec, field);
  }
}
