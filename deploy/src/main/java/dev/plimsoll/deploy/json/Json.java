package dev.plimsoll.deploy.json;

import dev.plimsoll.source.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes JSON. What is written is canonical: the same content has the same bytes. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")))
          .build();

  private static final JsonMapper LINES =
      MAPPER.rebuild().disable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  /**
   * Reads a text.
   *
   * @throws Malformed if it is no JSON
   */
  public static JsonNode parse(String text) throws Malformed {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node == null || node.isMissingNode()) {
        throw new Malformed("it is empty");
      }
      return node;
    } catch (JacksonException e) {
      // What the library says of the place quotes the text, which may be secret.
      throw new Malformed("it is no JSON (line " + line(e) + ")");
    }
  }

  /** Keys sorted, indented by two blanks, with a line end at the end. */
  public static String canonical(JsonNode node) {
    return MAPPER.writeValueAsString(node) + "\n";
  }

  /** The same in one line, without a line end. */
  public static String line(JsonNode node) {
    return LINES.writeValueAsString(node);
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** A list of texts. */
  public static ArrayNode texts(Iterable<String> texts) {
    ArrayNode array = array();
    texts.forEach(array::add);
    return array;
  }

  /** The text at a path of keys; empty if there is none. */
  public static String text(JsonNode node, String... path) {
    return at(node, path).asString("");
  }

  /** The node at a path of keys, which may be missing. */
  public static JsonNode at(JsonNode node, String... path) {
    JsonNode at = node;
    for (String key : path) {
      at = at.path(key);
    }
    return at;
  }

  /** {@code sha256:<hex>} of a text. */
  public static String digest(String text) {
    return "sha256:" + Sha256.hex(text);
  }

  /** {@code sha256:<hex>} of bytes. */
  public static String digest(byte[] bytes) {
    return "sha256:" + Sha256.hex(bytes);
  }

  private static String line(JacksonException problem) {
    return problem.getLocation() == null
        ? "?"
        : Integer.toString(problem.getLocation().getLineNr());
  }

  /** A text is not the JSON that it should be. */
  public static final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    public Malformed(String reason) {
      super(reason);
    }

    /** Why, to stand behind a colon. */
    public String reason() {
      return String.valueOf(getMessage());
    }
  }
}
