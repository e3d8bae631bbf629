package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.schema.ItemInsertion;
import dev.plimsoll.schema.KeyInsertion;
import dev.plimsoll.schema.ScalarText;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
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
        .filter(known -> known.precision() == Precision.EXACT || isOfFile(release))
        .map(known -> new SettingFix(release, field, known))
        .flatMap(found ->
            switch (wanted) {
              case Wanted.Value value -> found.set(value);
              case Wanted.Presence presence -> found.turn(presence);
            });
  }

  /** Whether the object stands in a file itself, so that its places are those to edit. */
  private static boolean isOfFile(ReleaseObjects release) {
    return release.release().isEmpty();
  }

  private Optional<Fix> set(Wanted.Value wanted) {
    Optional<ValuesNode> node = origin.valuesNode();
    if (node.isEmpty()) {
      return inText(wanted);
    }
    return switch (node.get().value()) {
      case ScalarValue(GoScalar.Nil _, Origin place, _) -> fill(node.get(), place, wanted);
      case ScalarValue leaf ->
          field.text().filter(text -> says(leaf, text)).flatMap(_ -> replace(leaf, wanted));
      case MapValue map -> field.exists() ? Optional.empty() : add(node.get(), map, wanted);
      case ListValue list -> extend(list, wanted);
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

  private Optional<Fix> replace(ScalarValue leaf, Wanted.Value wanted) {
    String written = written(leaf.origin());
    boolean isOneLine = !written.startsWith("|") && !written.startsWith(">");
    return isOneLine && !leaf.origin().span().isEmpty()
        ? Optional.of(setting(leaf, styled(wanted, written), wanted.applicability()))
        : Optional.empty();
  }

  /** What is wanted in the quotes of what stands there. */
  private static String styled(Wanted.Value wanted, String written) {
    boolean isQuoted = written.startsWith("'") || written.startsWith("\"");
    return isQuoted && wanted instanceof Wanted.Content content
        ? ScalarText.styled(content.text(), written)
        : wanted.yaml();
  }

  private Fix setting(ScalarValue leaf, String text, Applicability applicability) {
    Location place = leaf.origin().location();
    return new Fix(
        title(path(List.of()), text),
        applicability,
        List.of(new TextEdit(place, text)),
        Optional.of(new Fix.Setting(place, List.of(), text)));
  }

  /** Puts what is missing in the place of a null that stands there. */
  private Optional<Fix> fill(ValuesNode node, Origin place, Wanted.Value wanted) {
    List<String> missing = missing();
    int named = missing.indexOf(node.step());
    if (field.exists() || named < 0 || place.span().isEmpty()) {
      return Optional.empty();
    }
    String yaml = wanted.yaml();
    for (String key : missing.subList(named + 1, missing.size()).reversed()) {
      yaml = "{" + ScalarText.of(key) + ": " + yaml + "}";
    }
    return Optional.of(
        new Fix(
            title(path(missing.subList(named + 1, missing.size())), wanted.yaml()),
            wanted.applicability(),
            List.of(new TextEdit(place.location(), yaml)),
            Optional.of(new Fix.Setting(place.location(), List.of(), yaml))));
  }

  /** Adds what a list lacks; a layer of its own has to say the whole list. */
  private Optional<Fix> extend(ListValue list, Wanted.Value wanted) {
    List<String> lacking = lacking(wanted);
    Origin place = list.origin();
    boolean isWhole = list.items().size() == field.items().size();
    if (lacking.isEmpty() || !isWhole) {
      return Optional.empty();
    }
    List<String> all =
        Stream.concat(field.texts().stream().map(ScalarText::of), lacking.stream()).toList();
    return ItemInsertion.edit(place.layer().file(), place.span(), lacking)
        .filter(_ -> all.size() == field.items().size() + lacking.size())
        .map(edit ->
            new Fix(
                addition(lacking, path(List.of())),
                wanted.applicability(),
                List.of(edit),
                Optional.of(new Fix.Setting(place.location(), List.of(), all.toString()))));
  }

  /** The wanted items that the field has not, as YAML. */
  private List<String> lacking(Wanted.Value wanted) {
    return wanted instanceof Wanted.Items(List<String> texts, _) && field.isList()
        ? texts.stream().filter(text -> !field.texts().contains(text)).map(ScalarText::of).toList()
        : List.of();
  }

  /** Adds the field to the map of the values that its parent was printed from. */
  private Optional<Fix> add(ValuesNode node, MapValue map, Wanted.Value wanted) {
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
  private Optional<Fix> inText(Wanted.Value wanted) {
    if (isOfFile(release) && !field.text().isPresent()) {
      return inFile(wanted);
    }
    Location place = origin.location();
    String written = place.file().text(place.span());
    String content = written.replaceAll("^([\"'])(.*)\\1$", "$2");
    if (!field.text().filter(content::equals).isPresent() || place.span().isEmpty()) {
      return Optional.empty();
    }
    String text = styled(wanted, written);
    return Optional.of(
        new Fix(
            title(field.path(), text),
            isOfFile(release) ? wanted.applicability() : Applicability.UNSAFE,
            List.of(new TextEdit(place, text))));
  }

  /** Adds to a map or list of the file that the object stands in. */
  private Optional<Fix> inFile(Wanted.Value wanted) {
    SourceFile file = origin.location().file();
    if (field.exists()) {
      List<String> lacking = lacking(wanted);
      return ItemInsertion.edit(file, field.valueSpan(), lacking)
          .filter(_ -> !lacking.isEmpty())
          .map(edit ->
              new Fix(addition(lacking, field.path()), wanted.applicability(), List.of(edit)));
    }
    Field parent = nearest();
    List<String> keys = missing();
    boolean isNull = parent.hasKey(keys.getFirst());
    if (!parent.isMap() || isNull || keys.stream().anyMatch(key -> key.startsWith("["))) {
      return Optional.empty();
    }
    return Optional.of(
        new Fix(
            title(field.path(), wanted.yaml()),
            wanted.applicability(),
            List.of(KeyInsertion.edit(file, parent.valueSpan(), keys, wanted.yaml()))));
  }

  private String path(List<String> keys) {
    String above = origin.valuesNode().map(ValuesNode::path).orElse("");
    return String.join(
        ".", Stream.concat(Stream.of(above), keys.stream()).filter(key -> !key.isEmpty()).toList());
  }

  private static String title(String path, String text) {
    return "Set `%s` to `%s`".formatted(path, text);
  }

  private static String addition(List<String> items, String path) {
    return "Add `%s` to `%s`".formatted(String.join("`, `", items), path);
  }
}
