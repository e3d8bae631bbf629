package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.schema.EntryDeletion;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.List;
import java.util.Optional;

/** Lets a weaker layer say again what a null has deleted, where that is why a field is missing. */
final class RestoringFix {

  private RestoringFix() {}

  /**
   * The fix of a field.
   *
   * @param origin why the field is missing
   */
  static Optional<Fix> of(Field field, Optional<SpanOrigin> origin) {
    return field.exists()
        ? Optional.empty()
        : origin
            .filter(known -> known.precision() == Precision.EXACT)
            .flatMap(SpanOrigin::valuesNode)
            .flatMap(RestoringFix::of);
  }

  private static Optional<Fix> of(ValuesNode node) {
    if (!(node.value() instanceof ScalarValue(GoScalar.Nil _, Origin place, List<Value> shadowed))
        || shadowed.isEmpty()) {
      return Optional.empty();
    }
    Value deleted = shadowed.getFirst();
    Optional<TextEdit> deletion = EntryDeletion.of(place);
    return deletion.isPresent()
        ? deletion.map(edit ->
            fix(
                "Delete `%s: null`, so that `%s` decides"
                    .formatted(node.path(), deleted.origin().layer().label()),
                edit))
        : written(deleted)
            .map(text ->
                fix(
                    "Set `%s` to `%s` again".formatted(node.path(), text),
                    new TextEdit(place.location(), text)));
  }

  private static Fix fix(String title, TextEdit edit) {
    return new Fix(title, Applicability.UNSAFE, List.of(edit));
  }

  /** A scalar on one line, as its layer has it. */
  private static Optional<String> written(Value value) {
    Origin origin = value.origin();
    String text = origin.layer().file().text(origin.span());
    boolean isPlain =
        value instanceof ScalarValue leaf && !(leaf.content() instanceof GoScalar.Nil);
    return Optional.of(text).filter(found -> isPlain && !found.isEmpty() && !found.contains("\n"));
  }
}
