package dev.plimsoll.cli.report;

import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes JSON text, indented by two blanks, with a line end at the end on every platform. */
public final class JsonText {

  private JsonText() {}

  /** What {@code content} writes. */
  public static String of(Consumer<JsonGenerator> content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(new Pretty(), text)) {
      content.accept(generator);
    }
    return text.append('\n').toString();
  }

  /** The same on one line, without a line end. */
  static String compact(Consumer<JsonGenerator> content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      content.accept(generator);
    }
    return text.toString();
  }

  /** Writes a property whose value is an array of texts. */
  public static void texts(JsonGenerator json, String name, Iterable<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private static final class Pretty extends ObjectWriteContext.Base {

    @Override
    public PrettyPrinter getPrettyPrinter() {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    }
  }
}
