package dev.plimsoll.schemas;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import tools.jackson.databind.JsonNode;

/**
 * Writes what Kubernetes says of the fields of its types; the form of the file is described at the
 * reader, {@code FieldTexts} in the engine.
 */
final class FieldTextWriter {

  private static final int FORM = 1;

  private final List<ApiSource> versions;
  private final Map<String, Integer> texts = new LinkedHashMap<>();

  /**
   * @param versions oldest first: what several say of a field, the newest says best
   */
  FieldTextWriter(List<ApiSource> versions) {
    this.versions = versions;
  }

  /**
   * The file.
   *
   * @param types by the numbers that the file of schemas has for them
   */
  byte[] write(List<String> types, byte[] schemas) throws IOException {
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(fields);
    out.writeShort(types.size());
    for (String type : types) {
      Map<String, String> described = described(type);
      out.writeShort(described.size());
      for (Entry<String, String> field : described.entrySet()) {
        out.writeUTF(field.getKey());
        out.writeShort(texts.computeIfAbsent(field.getValue(), _ -> texts.size()));
      }
    }
    CRC32 sum = new CRC32();
    sum.update(schemas);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream head = new DataOutputStream(file);
    head.writeBytes("PLKT");
    head.writeByte(FORM);
    head.writeInt((int) sum.getValue());
    Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
    try (DataOutputStream body = new DataOutputStream(new DeflaterOutputStream(file, best))) {
      body.writeShort(texts.size());
      for (String text : texts.keySet()) {
        body.writeUTF(text);
      }
      fields.writeTo(body);
    } finally {
      best.end();
    }
    return file.toByteArray();
  }

  private Map<String, String> described(String type) {
    Map<String, String> described = new LinkedHashMap<>();
    for (ApiSource version : versions) {
      JsonNode properties =
          version.schemas().containsKey(type)
              ? version.schemas().get(type).path("properties")
              : null;
      if (properties != null) {
        for (Entry<String, JsonNode> property : properties.properties()) {
          String text = property.getValue().path("description").asString("").strip();
          if (!text.isEmpty()) {
            described.put(property.getKey(), text);
          }
        }
      }
    }
    return described;
  }
}
