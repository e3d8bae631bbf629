package dev.plimsoll.conformance;

import dev.plimsoll.helmfile.Secrets;
import dev.plimsoll.source.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Opens encrypted files, and puts what Plimsoll has for a secret of its type in place of each. */
final class SecretTokens {

  private static final Pattern ENCRYPTED = Pattern.compile("ENC\\[AES256_GCM,");

  /** What sops leaves as it is, unless it is told otherwise. */
  private static final String PLAIN_SUFFIX = "_unencrypted";

  private SecretTokens() {}

  /** Opens a file, as JSON. */
  @FunctionalInterface
  interface Opener {

    Output open(Path file) throws IOException, InterruptedException;
  }

  /**
   * Opens every encrypted file below some folders.
   *
   * @param target gets a file of JSON for each, named by the SHA-256 of what was encrypted
   */
  static void write(List<Path> folders, Opener opener, Path target)
      throws IOException, InterruptedException {
    for (Path folder : folders) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(folder.toRealPath())) {
        files = all.filter(SecretTokens::isEncrypted).toList();
      }
      for (Path file : files) {
        Output opened = opener.open(file);
        if (opened.succeeded()) {
          JsonNode tokens = tokens(JsonMapper.shared().readTree(opened.text()));
          Files.writeString(
              target.resolve(Sha256.hex(Files.readAllBytes(file))), tokens.toPrettyString());
        }
      }
    }
  }

  private static boolean isEncrypted(Path file) {
    try {
      return Files.isRegularFile(file)
          && file.toString().matches(".*\\.(ya?ml|json)")
          && ENCRYPTED.matcher(Files.readString(file, StandardCharsets.ISO_8859_1)).find();
    } catch (IOException _) {
      return false;
    }
  }

  private static JsonNode tokens(JsonNode node) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (node.isObject()) {
      ObjectNode object = factory.objectNode();
      for (Map.Entry<String, JsonNode> each : node.properties()) {
        boolean isPlain = each.getKey().endsWith(PLAIN_SUFFIX);
        object.set(each.getKey(), isPlain ? each.getValue() : tokens(each.getValue()));
      }
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = factory.arrayNode();
      node.forEach(item -> array.add(tokens(item)));
      return array;
    }
    if (node.isString()) {
      return factory.stringNode(node.stringValue().isEmpty() ? "" : Secrets.TOKEN);
    }
    if (node.isNumber()) {
      return node.isIntegralNumber() ? factory.numberNode(1) : factory.numberNode(0.5);
    }
    return node.isBoolean() ? factory.booleanNode(true) : node;
  }
}
