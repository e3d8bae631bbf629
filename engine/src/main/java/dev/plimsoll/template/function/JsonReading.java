package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TextBuilder;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.GoText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of a template read as JSON ({@code encoding/json.Unmarshal} into {@code interface{}}):
 * every number is a {@code float64}. What is read keeps the origin of its characters.
 */
final class JsonReading {

  /** Go's bound is ten times this, which nobody reaches. */
  private static final int MAX_DEPTH = 1_000;

  private static final long COST_OF_NODE = 32;

  private final TracedText text;
  private final JsonCursor cursor;
  private final FunctionContext context;
  private GoValue value;
  private @Nullable String error;
  private int depth;

  private JsonReading(TracedText text, FunctionContext context) {
    this.text = text;
    this.cursor = new JsonCursor(text.text());
    this.context = context;
    this.value = new GoNil(text.trace());
  }

  static JsonReading of(TracedText text, FunctionContext context) {
    context.charge(text.length());
    JsonReading reading = new JsonReading(text, context);
    try {
      GoValue read = reading.readValue();
      reading.cursor.end();
      reading.value = read;
    } catch (JsonCursor.Refusal e) {
      reading.error = e.text();
    }
    return reading;
  }

  /** What the text says; nil where it is no JSON. */
  GoValue value() {
    return value;
  }

  /** Go's error; null if there is none. There may be a value all the same. */
  @Nullable String error() {
    return error;
  }

  private GoValue readValue() {
    context.charge(COST_OF_NODE);
    cursor.skipBlanks();
    int start = cursor.offset();
    return switch (cursor.valueStart()) {
      case '{' -> readMap(start);
      case '[' -> readList(start);
      case '"' -> new GoString(readText());
      case 't' -> {
        cursor.word("true");
        yield new GoBool(true, trace(start));
      }
      case 'f' -> {
        cursor.word("false");
        yield new GoBool(false, trace(start));
      }
      case 'n' -> {
        cursor.word("null");
        yield new GoNil(trace(start));
      }
      default -> readNumber(start);
    };
  }

  private GoValue readNumber(int start) {
    String number = cursor.number();
    double read = Double.parseDouble(number);
    if (!Double.isInfinite(read)) {
      return new GoFloat(read, trace(start));
    }
    if (error == null) {
      error = "json: cannot unmarshal number " + number + " into Go value of type float64";
    }
    return new GoNil(trace(start));
  }

  private GoValue readMap(int start) {
    enter();
    List<Entry> entries = new ArrayList<>();
    boolean more = !cursor.closes('}');
    while (more) {
      cursor.keyStart();
      TracedText key = readText();
      cursor.colon();
      entries.add(new Entry(key, readValue()));
      more = cursor.more('}', "after object key:value pair");
    }
    depth--;
    GoMap map = new GoMap(trace(start));
    for (Entry entry : entries) {
      map.put(entry.key, entry.value);
    }
    return map;
  }

  private record Entry(TracedText key, GoValue value) {}

  private GoValue readList(int start) {
    enter();
    List<GoValue> items = new ArrayList<>();
    boolean more = !cursor.closes(']');
    while (more) {
      items.add(readValue());
      more = cursor.more(']', "after array element");
    }
    depth--;
    return new GoList(items, trace(start));
  }

  private void enter() {
    cursor.advance();
    if (++depth > MAX_DEPTH) {
      throw new GoFailure("JSON nests deeper than %,d levels".formatted(MAX_DEPTH), text.trace());
    }
  }

  private TracedText readText() {
    cursor.advance();
    int start = cursor.offset();
    cursor.skipPlain();
    if (cursor.atQuote()) {
      TracedText whole = text.substring(start, cursor.offset());
      cursor.advance();
      return wellFormed(whole);
    }
    TextBuilder read = new TextBuilder().append(text, start, cursor.offset());
    while (!cursor.atQuote()) {
      int at = cursor.offset();
      if (cursor.atEscape()) {
        char escaped = cursor.escape();
        read.append(String.valueOf(escaped), trace(at));
      } else {
        cursor.skipPlain();
        read.append(text, at, cursor.offset());
      }
    }
    cursor.advance();
    return wellFormed(read.build());
  }

  private static TracedText wellFormed(TracedText text) {
    String wellFormed = GoText.wellFormed(text.text());
    return wellFormed.equals(text.text()) ? text : text.withCharacters(wellFormed);
  }

  private Trace trace(int start) {
    return text.isTracked() ? text.substring(start, cursor.offset()).trace() : Trace.NONE;
  }
}
