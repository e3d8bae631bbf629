package dev.plimsoll.helmfile;

import com.google.re2j.Pattern;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets without keys. A leaf that sops encrypted has the type that sops noted and no content; a
 * reference that vals would follow has none either. What stands for them says nothing of them.
 */
public final class Secrets {

  /** What stands for a text that only a key opens. */
  public static final String TOKEN = "plimsoll-opaque-secret";

  /** What stands for a reference to a secret store. */
  public static final String REFERENCE = "plimsoll-opaque-reference";

  /** The map at the top in which sops says how it has encrypted a file. */
  public static final String METADATA = "sops";

  private static final String AUTHENTICATION = "mac";

  /** What a leaf begins with that sops has encrypted. */
  public static final String CIPHERTEXT = "ENC[";

  /** What vals replaces in a text ({@code pkg/expansion}); a reference may be within another. */
  private static final Pattern REFERENCES = references();

  private Secrets() {}

  /** Whether sops has encrypted these values: the authentication code tells it. */
  public static boolean isEncrypted(MapValue root) {
    return root.entries().get(METADATA) instanceof MapValue metadata
        && metadata.entries().containsKey(AUTHENTICATION);
  }

  /** Whether sops has encrypted a file, which nobody can edit then. */
  public static boolean isEncrypted(YamlFile file) {
    return metadata(file).isPresent();
  }

  /**
   * What sops says of how it has encrypted a file; empty for any other file. It writes this into
   * every document and takes it from the first ({@code stores.ExtractMetadata}): where the first
   * has none, nothing is decrypted.
   */
  public static Optional<YamlMapping> metadata(YamlFile file) {
    return file.firstRoot() instanceof YamlMapping root
            && root.get(METADATA).orElse(null) instanceof YamlMapping metadata
            && metadata.get(AUTHENTICATION).isPresent()
        ? Optional.of(metadata)
        : Optional.empty();
  }

  /** The values as they are once they are decrypted, without their content. */
  public static MapValue opaque(MapValue root) {
    Map<String, Value> entries = new LinkedHashMap<>();
    root.entries()
        .forEach((key, value) -> {
          if (!key.equals(METADATA)) {
            entries.put(key, opaque(value));
          }
        });
    return new MapValue(entries, root.deleted(), root.origin(), root.shadowed());
  }

  /** The same, with numbers as Helm has them. */
  public static MapValue opaqueToHelm(MapValue root) {
    return HelmValues.floats(opaque(root));
  }

  /** The same with references replaced by what stands for them. */
  static Value withoutReferences(Value value) {
    return switch (value) {
      case MapValue map -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> entries.put(key, withoutReferences(entry)));
        yield new MapValue(entries, map.deleted(), map.origin(), map.shadowed());
      }
      case ListValue list ->
          new ListValue(
              list.items().stream().map(Secrets::withoutReferences).toList(),
              list.origin(),
              list.shadowed());
      case ScalarValue(GoScalar.Text(String text), var origin, var shadowed)
          when isReference(text) ->
          new ScalarValue(new GoScalar.Text(withoutReferences(text)), origin, shadowed);
      case ScalarValue scalar -> scalar;
    };
  }

  /** Whether vals would replace a text, or a part of it. */
  static boolean isReference(String text) {
    // Nearly no text is one, and the pattern takes long to say so.
    return text.contains("ref+") && REFERENCES.matcher(text).find();
  }

  /** A text with what stands for each reference in its place. */
  static String withoutReferences(String text) {
    return REFERENCES.matcher(text).replaceAll(REFERENCE);
  }

  private static Pattern references() {
    String start = "(?:secret)?ref\\+[^+:]*://";
    String inner = "(?:" + start + "[^+\\n ]+\\+?|[^+\\n ])*";
    return Pattern.compile(start + inner + "[^+\\n \",]\\+?");
  }

  /** {@code expandSecretRefs}. */
  static GoValue opaqueReferences(GoValue value) {
    return switch (value) {
      case GoMap map -> {
        GoMap copy = new GoMap(map.trace());
        for (String key : map.sortedKeys()) {
          GoValue entry = map.get(key);
          if (entry != null) {
            copy.put(key, opaqueReferences(entry));
          }
        }
        yield copy;
      }
      case GoList list -> {
        List<GoValue> items = new ArrayList<>();
        list.items().forEach(item -> items.add(opaqueReferences(item)));
        yield new GoList(items, list.typeName(), list.trace());
      }
      case GoString text when isReference(text.text()) ->
          GoString.computed(withoutReferences(text.text()), text.trace());
      default -> value;
    };
  }

  private static Value opaque(Value value) {
    return switch (value) {
      case MapValue map -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> entries.put(key, opaque(entry)));
        yield new MapValue(entries, map.deleted(), map.origin(), map.shadowed());
      }
      case ListValue list ->
          new ListValue(
              list.items().stream().map(Secrets::opaque).toList(), list.origin(), list.shadowed());
      case ScalarValue scalar ->
          new ScalarValue(opaque(scalar.content()), scalar.origin(), scalar.shadowed());
    };
  }

  private static GoScalar opaque(GoScalar content) {
    if (!(content instanceof GoScalar.Text(String token)) || !token.startsWith(CIPHERTEXT)) {
      return content;
    }
    if (token.endsWith("type:int]")) {
      return new GoScalar.Int64(1);
    }
    if (token.endsWith("type:float]")) {
      return new GoScalar.Float64(0.5);
    }
    return token.endsWith("type:bool]") ? new GoScalar.Bool(true) : new GoScalar.Text(TOKEN);
  }
}
