package dev.plimsoll.defects;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.Position;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A diagnostic about an object, as {@code --format json} prints it.
 *
 * @param place {@code file:line:column}
 * @param field of the object
 */
record Said(String rule, String place, String precision, ObjectField field, String message) {

  /** Those of a report that are about objects. */
  static List<Said> read(String report) {
    List<Said> all = new ArrayList<>();
    for (JsonNode each : JsonMapper.shared().readTree(report).path("diagnostics")) {
      JsonNode object = each.path("object");
      if (object.isObject()) {
        JsonNode location = each.path("location");
        JsonNode start = location.at("/range/start");
        all.add(
            new Said(
                each.path("rule").asString(),
                "%s:%d:%d"
                    .formatted(
                        location.path("file").asString(),
                        start.path("line").asInt(),
                        start.path("column").asInt()),
                each.path("precision").asString(),
                new ObjectField(
                    object.path("kind").asString() + "/" + object.path("name").asString(),
                    object.path("path").asString()),
                each.path("message").asString()));
      }
    }
    return all;
  }

  static String place(Location location) {
    Position start = location.position();
    return "%s:%d:%d".formatted(location.file().path(), start.line(), start.column());
  }

  @Override
  public String toString() {
    return "%s at %s (%s): %s %s".formatted(rule, place, precision, field.object(), field.path());
  }
}
