package dev.plimsoll.rules.object;

import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.kubernetes.ObjectRules;
import dev.plimsoll.kubernetes.Violation;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** Puts there what was meant, if the text to edit is the very text of the object. */
final class ViolationFix {

  private ViolationFix() {}

  /** The fix of a violation; empty if it cannot be told. */
  static Optional<Fix> of(Violation violation, Field field) {
    boolean isKey = violation.place() == Violation.Place.KEY;
    Optional<SpanOrigin> origin = isKey ? field.keyOrigin() : field.origin();
    Optional<String> written =
        isKey ? Optional.of(field.key()) : field.node().flatMap(ViolationFix::written);
    if (violation.meant().isEmpty() || origin.isEmpty() || written.isEmpty()) {
      return Optional.empty();
    }
    // What is written otherwise in the values may be printed the same again.
    boolean isOtherType = violation.rule().equals(ObjectRules.TYPE_MISMATCH);
    String source = origin.get().location().file().text(origin.get().location().span());
    if (!source.equals(written.get()) || (isOtherType && origin.get().valuesNode().isPresent())) {
      return Optional.empty();
    }
    String meant = violation.meant().get();
    boolean isSame = isOtherType || meant.equalsIgnoreCase(source);
    return Optional.of(
        new Fix(
            "Replace `%s` with `%s`".formatted(source, meant),
            isSame ? Fix.Applicability.SAFE : Fix.Applicability.UNSAFE,
            List.of(new TextEdit(origin.get().location(), meant))));
  }

  /** A scalar as it stands in the text; empty for what has lines or escapes. */
  private static Optional<String> written(YamlNode node) {
    if (!(node instanceof YamlScalar scalar)) {
      return Optional.empty();
    }
    return switch (scalar.style()) {
      case PLAIN -> Optional.of(scalar.text());
      case SINGLE_QUOTED -> Optional.of("'" + scalar.text() + "'");
      case DOUBLE_QUOTED -> Optional.of("\"" + scalar.text() + "\"");
      case LITERAL, FOLDED -> Optional.empty();
    };
  }
}
