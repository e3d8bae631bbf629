package dev.plimsoll.helmfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that helmfile knows, for those who type one. */
public final class HelmfileFields {

  private HelmfileFields() {}

  /**
   * The fields of the map at a path of keys; lists are passed through.
   *
   * @return names with the types that Go gives them, in helmfile's order; empty where any key goes
   */
  public static Map<String, String> at(List<String> path) {
    Optional<Shape> shape = Optional.of(Shapes.STATE);
    for (String key : path) {
      shape = shape.flatMap(found -> child(found, key));
    }
    return shape.map(HelmfileFields::fields).orElse(Map.of());
  }

  private static Optional<Shape> child(Shape shape, String key) {
    return switch (items(shape)) {
      case Shape.Struct struct -> Optional.ofNullable(struct.fields().get(key));
      case Shape.MapOf(Shape value) -> Optional.of(value);
      case Shape.Scalar _, Shape.ListOf _, Shape.OneOrMany _, Shape.TextOr _ -> Optional.empty();
    };
  }

  private static Map<String, String> fields(Shape shape) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (items(shape) instanceof Shape.Struct struct) {
      struct.fields().forEach((name, field) -> fields.put(name, field.goName()));
    }
    return fields;
  }

  private static Shape items(Shape shape) {
    return switch (shape) {
      case Shape.ListOf(Shape item) -> items(item);
      case Shape.OneOrMany(Shape item) -> items(item);
      case Shape.TextOr text -> text.struct();
      case Shape.Scalar _, Shape.MapOf _, Shape.Struct _ -> shape;
    };
  }
}
