package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.schema.KeyInsertion;
import dev.plimsoll.schema.ScalarText;
import dev.plimsoll.source.Location;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a field what a rule wants, where the field comes from. There is no fix where that is not
 * known for sure, or where what stands there is not what the field has: the template makes
 * something of it.
 */
final class SettingFix {

  private final ReleaseObjects release;
  private final Field field;
  private final SpanOrigin origin;

  private SettingFix(ReleaseObjects release, Field field, SpanOrigin origin) {
    this.release = release;
    this.field = field;
    this.origin = origin;
  }

  /**
   * The fix of a field.
   *
   * @param origin of the field, or of the decision not to write it
   */
  static Optional<Fix> of(
      ReleaseObjects release, Field field, Optional<SpanOrigin> origin, Wanted wanted) {
    return origin
        .filter(known -> known.precision() == Precision.EXACT)
        .map(known -> new SettingFix(release, field, known))
        .flatMap(found ->
            switch (wanted) {
              case Wanted.Content content -> found.set(content);
              case Wanted.Presence presence -> found.turn(presence);
            });
  }

  private Optional<Fix> set(Wanted.Content wanted) {
    Optional<ValuesNode> node = origin.valuesNode();
    if (node.isEmpty()) {
      return inText(wanted);
    }
    return switch (node.get().value()) {
      case ScalarValue leaf ->
          field.text().filter(text -> says(leaf, text)).flatMap(_ -> replace(leaf, wanted));
      case MapValue map -> field.exists() ? Optional.empty() : add(node.get(), map, wanted);
      case ListValue _ -> Optional.empty();
    };
  }

  /** Whether a leaf is what the field has, and not something that the field is made of. */
  private static boolean says(ScalarValue leaf, String text) {
    return leaf.content() instanceof GoScalar.Text(String content)
        ? content.equals(text)
        : written(leaf.origin()).equals(text);
  }

  private static String written(Origin place) {
    return place.layer().file().text(place.span());
  }

  private Optional<Fix> replace(ScalarValue leaf, Wanted.Content wanted) {
    String written = written(leaf.origin());
    boolean isQuoted = written.startsWith("'") || written.startsWith("\"");
    String text = isQuoted ? ScalarText.styled(wanted.text(), written) : wanted.yaml();
    boolean isOneLine = !written.startsWith("|") && !written.startsWith(">");
    return isOneLine && !leaf.origin().span().isEmpty()
        ? Optional.of(setting(leaf, text, wanted.applicability()))
        : Optional.empty();
  }

  private Fix setting(ScalarValue leaf, String text, Applicability applicability) {
    Location place = leaf.origin().location();
    return new Fix(
        title(path(List.of()), text),
        applicability,
        List.of(new TextEdit(place, text)),
        Optional.of(new Fix.Setting(place, List.of(), text)));
  }

  /** Adds the field to the map of the values that its parent was printed from. */
  private Optional<Fix> add(ValuesNode node, MapValue map, Wanted.Content wanted) {
    List<String> missing = missing();
    int named = missing.indexOf(node.step());
    boolean isParent =
        named < 0
            && nearest().isMap()
            && map.entries()
                .keySet()
                .containsAll(nearest().fields().stream().map(Field::key).toList());
    if (!isParent && (named < 0 || named == missing.size() - 1)) {
      return Optional.empty();
    }
    List<String> keys = missing.subList(named + 1, missing.size());
    return Optional.of(
        new Fix(
            title(path(keys), wanted.yaml()),
            wanted.applicability(),
            List.of(KeyInsertion.edit(node.origin(), keys, wanted.yaml())),
            Optional.of(new Fix.Setting(node.origin().location(), keys, wanted.yaml()))));
  }

  /** The keys from the nearest field that is there down to this one. */
  private List<String> missing() {
    return Stream.iterate(Optional.of(field), Optional::isPresent, at -> at.get().parent())
        .map(Optional::get)
        .takeWhile(at -> !at.exists())
        .map(Field::key)
        .toList()
        .reversed();
  }

  private Field nearest() {
    Field at = field;
    while (!at.exists() && at.parent().isPresent()) {
      at = at.parent().get();
    }
    return at;
  }

  /** Turns the switch that kept the template from writing something. */
  private Optional<Fix> turn(Wanted.Presence wanted) {
    return origin
        .valuesNode()
        .map(ValuesNode::value)
        .filter(ScalarValue.class::isInstance)
        .map(ScalarValue.class::cast)
        .flatMap(leaf ->
            leaf.content() instanceof GoScalar.Bool(boolean on)
                    && written(leaf.origin()).equals(Boolean.toString(on))
                ? Optional.of(setting(leaf, Boolean.toString(!on), wanted.applicability()))
                : Optional.empty());
  }

  /** What a template or a file writes itself is changed there, for all who use it. */
  private Optional<Fix> inText(Wanted.Content wanted) {
    Location place = origin.location();
    String written = place.file().text(place.span());
    if (!field.text().filter(written::equals).isPresent() || place.span().isEmpty()) {
      return Optional.empty();
    }
    boolean isShared = release.release().isPresent();
    return Optional.of(
        new Fix(
            title(field.path(), wanted.yaml()),
            isShared ? Applicability.UNSAFE : wanted.applicability(),
            List.of(new TextEdit(place, wanted.yaml()))));
  }

  private String path(List<String> keys) {
    String above = origin.valuesNode().map(ValuesNode::path).orElse("");
    return String.join(
        ".", Stream.concat(Stream.of(above), keys.stream()).filter(key -> !key.isEmpty()).toList());
  }

  private static String title(String path, String text) {
    return "Set `%s` to `%s`".formatted(path, text);
  }
}
