package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.helmfile.Secrets;
import dev.plimsoll.schema.SchemaRules;
import dev.plimsoll.source.Location;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;

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

  private EncryptedValues() {}

  /** The layer as it will be; the same layer if sops has not encrypted it. */
  static LayerValues decryptedShape(LayerValues layer) {
    MapValue root = layer.root();
    if (!Secrets.isEncrypted(root)) {
      return layer;
    }
    return new LayerValues(layer.layer(), Secrets.opaqueToHelm(root), layer.yaml());
  }

  /** Whether a schema's diagnostic is about what only the key can tell. */
  static boolean isAboutContent(Diagnostic diagnostic) {
    if (diagnostic.rule().equals(SchemaRules.TYPE_MISMATCH)) {
      return false;
    }
    Location place = diagnostic.location();
    return place.file().text().startsWith(Secrets.CIPHERTEXT, tokenStart(place));
  }

  private static int tokenStart(Location place) {
    int start = place.span().start();
    String text = place.file().text();
    boolean isQuoted =
        start < text.length() && (text.charAt(start) == '"' || text.charAt(start) == '\'');
    return isQuoted ? start + 1 : start;
  }
}
