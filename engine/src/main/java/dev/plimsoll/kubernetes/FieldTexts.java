package dev.plimsoll.kubernetes;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/**
 * What Kubernetes says of the fields of its types, in English: read as a whole when a person asks
 * for the first of them. The texts are those of the OpenAPI documents of Kubernetes (Apache License
 * 2.0, see NOTICE); of a field that several versions describe, it is what the newest says.
 *
 * <p>{@code PLKT}, the number of the form, and the CRC-32 of the file of schemas whose types it
 * counts as that one does; then, compressed: the number of texts (2 bytes) and the texts, the
 * number of types, and for each the number of its fields, with the name and the number of the text
 * of each. Texts and names are as {@link DataInputStream#readUTF} reads them.
 */
final class FieldTexts {

  private static final String NAME = "field-texts.bin";
  private static final int FORM = 1;
  private static final int HEAD = 9;

  private final List<Map<String, String>> types;

  private FieldTexts(List<Map<String, String>> types) {
    this.types = types;
  }

  /**
   * Reads the file.
   *
   * @throws IllegalStateException if it was not made together with {@code schemas}
   */
  static FieldTexts load(byte[] schemas) {
    try (InputStream in = FieldTexts.class.getResourceAsStream(NAME)) {
      return read(Objects.requireNonNull(in).readAllBytes(), schemas);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FieldTexts read(byte[] file, byte[] schemas) throws IOException {
    DataInputStream head = new DataInputStream(new ByteArrayInputStream(file));
    head.skipNBytes(4);
    CRC32 sum = new CRC32();
    sum.update(schemas);
    if (head.readByte() != FORM || head.readInt() != (int) sum.getValue()) {
      throw new IllegalStateException("The texts of fields belong to other schemas");
    }
    try (DataInputStream body =
        new DataInputStream(
            new InflaterInputStream(new ByteArrayInputStream(file, HEAD, file.length - HEAD)))) {
      List<String> texts = new ArrayList<>();
      for (int left = body.readUnsignedShort(); left > 0; left--) {
        texts.add(body.readUTF());
      }
      List<Map<String, String>> types = new ArrayList<>();
      for (int left = body.readUnsignedShort(); left > 0; left--) {
        Map<String, String> fields = new HashMap<>();
        for (int more = body.readUnsignedShort(); more > 0; more--) {
          String name = body.readUTF();
          fields.put(name, texts.get(body.readUnsignedShort()));
        }
        types.add(Map.copyOf(fields));
      }
      return new FieldTexts(List.copyOf(types));
    }
  }

  /** What is said of a field; empty if nothing is. */
  Optional<String> of(int type, String field) {
    return Optional.ofNullable(types.get(type).get(field));
  }
}
