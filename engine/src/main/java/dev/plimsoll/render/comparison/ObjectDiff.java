package dev.plimsoll.render.comparison;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields in which two versions of one object differ, with null as good as absent. */
final class ObjectDiff {

  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final Manifest before;
  private final Manifest after;
  private final List<FieldChange> changes = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();

  ObjectDiff(Manifest before, Manifest after) {
    this.before = before;
    this.after = after;
  }

  List<FieldChange> changes() {
    compare(before.yaml().firstRoot(), after.yaml().firstRoot(), "");
    return changes;
  }

  // The parser bounds the depth of a document, so recursion is safe.
  private void compare(@Nullable YamlNode old, @Nullable YamlNode now, String path) {
    if (StructFields.isNull(old) && StructFields.isNull(now)) {
      return;
    }
    Optional<StructFields> oldFields = StructFields.of(old);
    Optional<StructFields> newFields = StructFields.of(now);
    if (oldFields.isPresent() && newFields.isPresent()) {
      compareFields(oldFields.get().entries(), newFields.get().entries(), path);
    } else if (StructFields.resolve(old) instanceof YamlSequence one
        && StructFields.resolve(now) instanceof YamlSequence other) {
      compareItems(one.items(), other.items(), path);
    } else if (!(StructFields.resolve(old) instanceof YamlScalar one
        && StructFields.resolve(now) instanceof YamlScalar other
        && one.value().equals(other.value()))) {
      changes.add(
          new FieldChange(steps, path, text(before, old), text(after, now), origin(old, now)));
    }
  }

  private void compareFields(Map<String, YamlEntry> old, Map<String, YamlEntry> now, String path) {
    TreeSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    for (String key : keys) {
      String shown =
          PLAIN_KEY.matcher(key).matches()
              ? (path.isEmpty() ? key : path + "." + key)
              : path + "[\"" + key + "\"]";
      steps.add(key);
      compare(value(old.get(key)), value(now.get(key)), shown);
      steps.removeLast();
    }
  }

  private void compareItems(List<YamlNode> old, List<YamlNode> now, String path) {
    for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
      steps.add(Integer.toString(i));
      compare(
          i < old.size() ? old.get(i) : null,
          i < now.size() ? now.get(i) : null,
          path + "[" + i + "]");
      steps.removeLast();
    }
  }

  private static @Nullable YamlNode value(@Nullable YamlEntry entry) {
    return entry == null ? null : entry.value();
  }

  /** A scalar as it is read, anything larger as it stands. */
  private static Optional<String> text(Manifest manifest, @Nullable YamlNode node) {
    YamlNode found = StructFields.resolve(node);
    if (found == null || StructFields.isNull(found)) {
      return Optional.empty();
    }
    return Optional.of(
        found instanceof YamlScalar scalar
            ? scalar.text()
            : found.span().in(manifest.content().text()));
  }

  /** What decides the field as it will be, or as it was if it is gone. */
  private Optional<SpanOrigin> origin(@Nullable YamlNode old, @Nullable YamlNode now) {
    boolean isThere = now != null && !StructFields.isNull(now);
    Manifest manifest = isThere ? after : before;
    YamlNode node = isThere ? now : old;
    if (node == null) {
      return Optional.empty();
    }
    Span span = node.span().shift(manifest.span().start());
    return manifest.template().origins().of(span);
  }
}
