package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.source.Location;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said of a value that does not fit the type of its field. */
final class WrongType {

  private static final Set<String> SECONDS =
      Set.of("timeout", "deleteTimeout", "trackTimeout", "helmStuckGrace");
  private static final Pattern DURATION =
      Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,6})m)?(?:(\\d{1,8})s)?");
  private static final Map<Shape, String> WANTED =
      Map.of(
          Shape.Scalar.FLAG, "true or false",
          Shape.Scalar.FLAG_POINTER, "true or false",
          Shape.Scalar.NUMBER, "a whole number",
          Shape.Scalar.NUMBER_POINTER, "a whole number",
          Shape.Scalar.TEXT, "text",
          Shape.Scalar.TEXT_POINTER, "text",
          Shape.Scalar.FRACTION_POINTER, "a number");

  private WrongType() {}

  static Diagnostic diagnostic(StateText text, YamlNode node, Shape shape, String path) {
    Location place =
        node instanceof YamlScalar ? text.locate(node.span()) : text.locateStart(node.span());
    String field = path.substring(path.lastIndexOf('.') + 1);
    if (node instanceof YamlScalar scalar && SECONDS.contains(field)) {
      Optional<Long> seconds = seconds(scalar.text());
      if (seconds.isPresent()) {
        return timeUnit(place, scalar.text(), field, seconds.get());
      }
    }
    String wanted =
        switch (shape) {
          case Shape.ListOf _, Shape.OneOrMany _ -> "a list";
          case Shape.MapOf _, Shape.Struct _, Shape.TextOr _ -> "a mapping";
          case Shape.Scalar scalar -> WANTED.getOrDefault(scalar, "a value");
        };
    String what = path.isEmpty() ? "A helmfile" : "`" + path + "`";
    return Diagnostic.of(
        HelmfileRules.WRONG_TYPE,
        place,
        what + " must be " + wanted + ", and this is none, so helmfile refuses the file.");
  }

  private static Diagnostic timeUnit(Location place, String written, String field, long seconds) {
    Diagnostic found =
        Diagnostic.of(
            HelmfileRules.TIMEOUT_UNIT,
            place,
            "`%s` counts seconds and takes no unit, so helmfile refuses `%s`; write `%d`."
                .formatted(field, written, seconds));
    return place.file().text(place.span()).contains(written)
        ? found.withFix(
            new Fix(
                "Write `" + seconds + "`",
                Fix.Applicability.SAFE,
                List.of(new TextEdit(place, Long.toString(seconds)))))
        : found;
  }

  /** The seconds of a Go duration ({@code 5m}, {@code 1h30m}). */
  static Optional<Long> seconds(String text) {
    Matcher parts = DURATION.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        part(parts.group(1)) * 3600 + part(parts.group(2)) * 60 + part(parts.group(3)));
  }

  private static long part(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
