package dev.plimsoll.schema;

import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Changes to one scalar that make it what the schema wants, in the style in which it is written.
 */
final class ValueFixes {

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,17})?");

  private ValueFixes() {}

  static Optional<Fix> of(Demand demand, Value value) {
    return switch (value) {
      case MapValue map -> Optional.empty();
      case ListValue list -> Optional.empty();
      case ScalarValue scalar -> of(demand, scalar);
    };
  }

  private static Optional<Fix> of(Demand demand, ScalarValue scalar) {
    if (!scalar.origin().layer().isEditable()) {
      return Optional.empty();
    }
    return switch (demand) {
      case Demand.Types(Set<String> names) -> retype(names, scalar);
      case Demand.OneOf(List<JsonTree> values) -> replace(values, scalar);
      case Demand.Matching m -> Optional.empty();
      case Demand.Formatted f -> Optional.empty();
      case Demand.Bound b -> Optional.empty();
      case Demand.Count c -> Optional.empty();
      case Demand.Distinct d -> Optional.empty();
      case Demand.Containing c -> Optional.empty();
      case Demand.Not n -> Optional.empty();
      case Demand.Single s -> Optional.empty();
      case Demand.Alternative a -> Optional.empty();
      case Demand.Other o -> Optional.empty();
    };
  }

  private static Optional<Fix> retype(Set<String> names, ScalarValue scalar) {
    return switch (scalar.content()) {
      case GoScalar.Text(String text) -> unquote(names, text, scalar.origin());
      case GoScalar.Bool bool -> quote(names, scalar.origin());
      case GoScalar.Int64 number -> quote(names, scalar.origin());
      case GoScalar.Float64 number -> quote(names, scalar.origin());
      case GoScalar.Nil nil -> fill(names, scalar.origin());
    };
  }

  private static Optional<Fix> unquote(Set<String> names, String text, Origin origin) {
    if (!isQuoted(origin)) {
      return Optional.empty();
    }
    boolean number =
        (names.contains("integer") && INTEGER.matcher(text).matches())
            || (names.contains("number") && NUMBER.matcher(text).matches());
    if (number) {
      return Optional.of(fix("Write `" + text + "` as a number", Applicability.SAFE, origin, text));
    }
    if (names.contains("boolean") && (text.equals("true") || text.equals("false"))) {
      return Optional.of(
          fix("Write `" + text + "` as a boolean", Applicability.SAFE, origin, text));
    }
    return Optional.empty();
  }

  private static Optional<Fix> quote(Set<String> names, Origin origin) {
    String written = written(origin);
    boolean plain = !written.isEmpty() && "\"'|>&*!{[".indexOf(written.charAt(0)) < 0;
    if (!names.contains("string") || !plain) {
      return Optional.empty();
    }
    String quoted = "\"" + written + "\"";
    return Optional.of(fix("Quote `" + written + "`", Applicability.SAFE, origin, quoted));
  }

  private static Optional<Fix> fill(Set<String> names, Origin origin) {
    String empty =
        names.contains("object")
            ? "{}"
            : names.contains("array") ? "[]" : names.contains("string") ? "\"\"" : "";
    if (empty.isEmpty()) {
      return Optional.empty();
    }
    String before = origin.span().isEmpty() ? " " : "";
    return Optional.of(
        fix("Set it to `" + empty + "`", Applicability.UNSAFE, origin, before + empty));
  }

  private static Optional<Fix> replace(List<JsonTree> values, ScalarValue scalar) {
    Optional<String> near = DemandText.nearText(values, scalar);
    String written = written(scalar.origin());
    boolean block = written.startsWith("|") || written.startsWith(">");
    if (near.isEmpty() || block) {
      return Optional.empty();
    }
    String wanted = near.get();
    boolean samePlaces =
        scalar.content() instanceof GoScalar.Text(String text) && text.equalsIgnoreCase(wanted);
    return Optional.of(
        fix(
            "Replace it with `" + Words.bounded(wanted) + "`",
            samePlaces ? Applicability.SAFE : Applicability.UNSAFE,
            scalar.origin(),
            ScalarText.styled(wanted, written)));
  }

  private static boolean isQuoted(Origin origin) {
    String written = written(origin);
    return written.startsWith("\"") || written.startsWith("'");
  }

  private static String written(Origin origin) {
    return origin.span().in(origin.layer().file().text());
  }

  private static Fix fix(String title, Applicability applicability, Origin origin, String text) {
    return new Fix(title, applicability, List.of(new TextEdit(origin.location(), text)));
  }
}
