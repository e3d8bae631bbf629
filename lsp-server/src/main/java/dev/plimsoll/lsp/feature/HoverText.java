package dev.plimsoll.lsp.feature;

import dev.plimsoll.schema.SchemaKnowledge.KeyFacts;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.List;

/** Pieces of hovers, in Markdown. */
final class HoverText {

  private HoverText() {}

  /** A place that a click leads to. */
  static String link(Context context, Location place) {
    int line = place.position().line();
    String uri = context.addresses().uri(place.file()) + "#L" + line;
    return "[" + place.file().path() + ":" + line + "](" + uri + ")";
  }

  /** What a schema says of a field. */
  static String facts(KeyFacts facts) {
    StringBuilder text = new StringBuilder();
    if (!facts.description().isEmpty()) {
      text.append(facts.description()).append("\n\n");
    }
    List<String> notes = new ArrayList<>();
    if (!facts.types().isEmpty()) {
      notes.add(String.join(" or ", facts.types()));
    }
    if (facts.required()) {
      notes.add("required");
    }
    if (facts.deprecated()) {
      notes.add("deprecated");
    }
    facts.defaultValue().ifPresent(value -> notes.add("default `" + value + "`"));
    if (!facts.allowed().isEmpty()) {
      notes.add("one of `" + String.join("`, `", facts.allowed()) + "`");
    }
    return notes.isEmpty()
        ? text.toString()
        : text.append("Schema: ").append(String.join(", ", notes)).append('\n').toString();
  }
}
