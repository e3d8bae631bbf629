package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.helmfile.Secrets;
import dev.plimsoll.schema.SchemaRules;
import dev.plimsoll.source.Location;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes files that sops encrypted for what they will be once they are decrypted, without any key.
 * The {@code sops} map at the top is no value. A leaf is {@code ENC[AES256_GCM,...,type:int]}: its
 * type is known and its content is not. A text becomes a word that says nothing, a number or
 * boolean becomes some number or boolean, so that schemas and rules may judge types; what a schema
 * says about the content is dropped.
 *
 * @see <a href="https://github.com/getsops/sops">sops</a>, {@code aes/cipher.go}
 */
final class EncryptedValues {

  private static final String TOKEN = "ENC[";

  private EncryptedValues() {}

  /** The layer as it will be; the same layer if sops has not encrypted it. */
  static LayerValues decryptedShape(LayerValues layer) {
    MapValue root = layer.root();
    if (!Secrets.isEncrypted(root)) {
      return layer;
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    root.entries()
        .forEach((key, value) -> {
          if (!key.equals(Secrets.METADATA)) {
            entries.put(key, shape(value));
          }
        });
    MapValue shaped = new MapValue(entries, root.deleted(), root.origin(), root.shadowed());
    return new LayerValues(layer.layer(), shaped, layer.yaml());
  }

  /** Whether a schema's diagnostic is about what only the key can tell. */
  static boolean isAboutContent(Diagnostic diagnostic) {
    if (diagnostic.rule().equals(SchemaRules.TYPE_MISMATCH)) {
      return false;
    }
    Location place = diagnostic.location();
    return place.file().text().startsWith(TOKEN, tokenStart(place));
  }

  private static int tokenStart(Location place) {
    int start = place.span().start();
    String text = place.file().text();
    boolean isQuoted =
        start < text.length() && (text.charAt(start) == '"' || text.charAt(start) == '\'');
    return isQuoted ? start + 1 : start;
  }

  private static Value shape(Value value) {
    return switch (value) {
      case MapValue map -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> entries.put(key, shape(entry)));
        yield new MapValue(entries, map.deleted(), map.origin(), map.shadowed());
      }
      case ListValue list -> {
        List<Value> items = new ArrayList<>(list.items().size());
        for (Value item : list.items()) {
          items.add(shape(item));
        }
        yield new ListValue(items, list.origin(), list.shadowed());
      }
      case ScalarValue scalar ->
          new ScalarValue(shape(scalar.content()), scalar.origin(), scalar.shadowed());
    };
  }

  private static GoScalar shape(GoScalar content) {
    if (!(content instanceof GoScalar.Text(String token)) || !token.startsWith(TOKEN)) {
      return content;
    }
    if (token.endsWith("type:int]")) {
      return new GoScalar.Float64(1);
    }
    if (token.endsWith("type:float]")) {
      return new GoScalar.Float64(0.5);
    }
    return token.endsWith("type:bool]")
        ? new GoScalar.Bool(true)
        : new GoScalar.Text(Secrets.TOKEN);
  }
}
