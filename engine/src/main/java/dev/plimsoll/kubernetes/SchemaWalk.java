package dev.plimsoll.kubernetes;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.kubernetes.Schema.Field;
import dev.plimsoll.kubernetes.Schema.ListKind;
import dev.plimsoll.kubernetes.Schema.ListOf;
import dev.plimsoll.kubernetes.Schema.MapOf;
import dev.plimsoll.kubernetes.Schema.Scalar;
import dev.plimsoll.kubernetes.Schema.Struct;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares an object with a schema. */
final class SchemaWalk {

  /**
   * What OpenAPI calls required only because Go always writes it: the server takes the object
   * without it, as a comparison with a real one shows.
   */
  private static final ServerDefaults FORGIVEN = new ServerDefaults();

  private final boolean custom;
  private final Consumer<Violation> sink;
  private final ScalarCheck scalars;

  /**
   * @param custom whether this is a custom resource, where null is no value
   */
  SchemaWalk(boolean custom, Consumer<Violation> sink) {
    this.custom = custom;
    this.sink = sink;
    this.scalars = new ScalarCheck(sink);
  }

  void check(Schema schema, Part part) {
    if (part.isNull() && !custom) {
      return;
    }
    switch (schema) {
      case Schema.Anything _ -> {
        // Nothing can be wrong.
      }
      case Scalar scalar -> scalars.check(scalar, part);
      case ListOf list -> list(list, part);
      case MapOf map -> map(map, part);
      case Struct struct -> struct(struct, part);
    }
  }

  private void struct(Struct struct, Part part) {
    if (!part.isMapping()) {
      mismatch(part, "an object");
      return;
    }
    Map<String, Field> fields = struct.fields();
    for (Part value : part.fields().values()) {
      Field field = fields.get(value.name());
      if (field != null) {
        field(field, value);
      } else if (!struct.isOpen()) {
        unknown(struct, value);
      }
    }
    for (Field field : fields.values()) {
      if (field.required() && isMissing(field, part.fields().get(field.name()))) {
        missing(part, field);
      }
    }
  }

  private void field(Field field, Part value) {
    // A server puts its default where null stands.
    boolean isAbsent = value.isNull() && (field.nullable() || !field.defaultValue().isEmpty());
    if (!isAbsent) {
      check(field.schema(), value);
    }
  }

  private boolean isMissing(Field field, @org.jspecify.annotations.Nullable Part value) {
    if (custom) {
      return value == null && field.defaultValue().isEmpty();
    }
    return value == null || value.isNull();
  }

  private void missing(Part part, Field field) {
    if (custom || !FORGIVEN.fills(part, field.name())) {
      sink.accept(
          Violation.missing(
              isSelector(part, field) ? ObjectRules.MISSING_SELECTOR : ObjectRules.MISSING_FIELD,
              part,
              field.name(),
              "`%s` is missing, so Kubernetes refuses the object."
                  .formatted(part.path(field.name()))));
    }
  }

  private boolean isSelector(Part part, Field field) {
    return !custom && field.name().equals("selector") && part.path().equals("spec");
  }

  private void unknown(Struct struct, Part value) {
    Optional<String> meant = NearestName.of(value.name(), struct.fields().keySet());
    String hint = meant.map(name -> " Did you mean `" + name + "`?").orElse("");
    sink.accept(
        Violation.atKey(
                ObjectRules.UNKNOWN_FIELD,
                value,
                "There is no field `%s`.%s".formatted(value.path(), hint))
            .withMeant(meant));
  }

  private void list(ListOf list, Part part) {
    if (!part.isList()) {
      mismatch(part, "a list");
      return;
    }
    List<Part> items = part.items();
    list.limits().sizeProblem(items.size(), "items").ifPresent(problem -> invalid(part, problem));
    for (Part item : items) {
      check(list.items(), item);
    }
    if (items.size() > 1 && list.kind() != ListKind.ATOMIC) {
      duplicates(list, items);
    }
  }

  private void duplicates(ListOf list, List<Part> items) {
    Map<List<String>, Part> seen = new HashMap<>();
    for (Part item : items) {
      Optional<List<String>> key = key(list, item);
      if (key.isPresent() && seen.putIfAbsent(key.get(), item) != null) {
        Violation found =
            Violation.at(
                custom ? ObjectRules.DUPLICATE_ITEM : ObjectRules.AMBIGUOUS_ITEM,
                keyPart(list, item),
                duplicate(list, item, key.get()));
        sink.accept(custom ? found : found.accepted());
      }
    }
  }

  private static Part keyPart(ListOf list, Part item) {
    return list.kind() == ListKind.SET ? item : item.get(list.keys().getFirst()).orElse(item);
  }

  private String duplicate(ListOf list, Part item, List<String> key) {
    String what = String.join("` and `", key);
    String list0 = item.path().replaceFirst("\\[[0-9]+]$", "");
    String by =
        list.kind() == ListKind.SET ? "" : " with the same " + String.join(" and ", list.keys());
    return custom
        ? "`%s` has two items%s (`%s`), so Kubernetes refuses the object."
            .formatted(list0, by, what)
        : "`%s` has two items%s (`%s`): server-side apply, which is what Helm 4 does, refuses the object, and otherwise one of them is lost or ignored."
            .formatted(list0, by, what);
  }

  /** What tells an item apart; empty if it lacks that. */
  private static Optional<List<String>> key(ListOf list, Part item) {
    if (list.kind() == ListKind.SET) {
      return item.json().map(List::of);
    }
    List<String> key = new ArrayList<>();
    for (String name : list.keys()) {
      Optional<String> value =
          item.get(name).flatMap(Part::json).or(() -> defaultValue(list, name));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      key.add(value.get());
    }
    return Optional.of(key);
  }

  private static Optional<String> defaultValue(ListOf list, String name) {
    return list.items() instanceof Struct struct
        ? Optional.ofNullable(struct.fields().get(name))
            .map(Field::defaultValue)
            .filter(value -> !value.isEmpty())
        : Optional.empty();
  }

  private void map(MapOf map, Part part) {
    if (!part.isMapping()) {
      mismatch(part, "an object");
      return;
    }
    map.limits()
        .sizeProblem(part.fields().size(), "fields")
        .ifPresent(problem -> invalid(part, problem));
    part.fields().values().forEach(value -> check(map.values(), value));
  }

  private void mismatch(Part part, String wanted) {
    sink.accept(ScalarCheck.mismatch(part, wanted));
  }

  private void invalid(Part part, String problem) {
    sink.accept(
        Violation.at(ObjectRules.INVALID_VALUE, part, "`%s` %s.".formatted(part.path(), problem)));
  }
}
