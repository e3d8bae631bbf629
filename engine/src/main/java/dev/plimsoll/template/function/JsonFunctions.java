package dev.plimsoll.template.function;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.JsonFormat;
import dev.plimsoll.values.JsonWriter;
import dev.plimsoll.values.StringTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON in templates ({@code funcs.go} of Helm's engine, {@code defaults.go} of Sprig). */
final class JsonFunctions {

  private static final Signature ANY = Signature.of(Parameter.ANY);
  private static final Signature TEXT = Signature.of(Parameter.STRING);

  private JsonFunctions() {}

  static List<TemplateFunction> family() {
    return List.of(
        writing("toJson", JsonFormat.COMPACT, false),
        writing("mustToJson", JsonFormat.COMPACT, true),
        writing("toPrettyJson", JsonFormat.PRETTY, false),
        writing("mustToPrettyJson", JsonFormat.PRETTY, true),
        writing("toRawJson", JsonFormat.RAW, true),
        writing("mustToRawJson", JsonFormat.RAW, true),
        new TemplateFunction("fromJson", TEXT, JsonFunctions::fromJson),
        new TemplateFunction("fromJsonArray", TEXT, JsonFunctions::fromJsonArray),
        new TemplateFunction("mustFromJson", TEXT, JsonFunctions::mustFromJson));
  }

  private static TemplateFunction writing(String name, JsonFormat format, boolean fails) {
    return new TemplateFunction(
        name,
        ANY,
        (context, arguments) -> {
          GoValue value = arguments.getFirst();
          try {
            return new GoString(encode(context, value, format));
          } catch (EncodingFailure e) {
            if (fails) {
              throw new GoFailure(e.text(), value.trace());
            }
            return GoString.computed("", value.trace());
          }
        });
  }

  private static TracedText encode(FunctionContext context, GoValue value, JsonFormat format) {
    if (!context.isTracked()) {
      StringTarget<Leaf> target = new StringTarget<>();
      new GoTree(new JsonWriter<>(target, format), Encoding.JSON, context).write(value);
      return TracedText.untracked(target.toString());
    }
    TracedTarget target = new TracedTarget();
    new GoTree(new JsonWriter<>(target, format), Encoding.JSON, context).write(value);
    return target.build();
  }

  /** {@code fromJSON}: a map, with the error under {@code Error} if there is one. */
  private static GoValue fromJson(FunctionContext context, List<GoValue> arguments) {
    TracedText text = ((GoString) arguments.getFirst()).content();
    JsonReading reading = JsonReading.of(text, context);
    GoValue value = reading.value();
    if (value instanceof GoNil && reading.error() == null) {
      return GoMap.nil(GoMap.ANY, text.trace());
    }
    GoMap map = value instanceof GoMap read ? read : new GoMap(text.trace());
    String error = reading.error() == null ? typeError(value, map) : reading.error();
    if (error != null) {
      map.put("Error", GoString.computed(error, text.trace()));
    }
    return map;
  }

  /** {@code fromJSONArray}: a list, whose only item is the error if there is one. */
  private static GoValue fromJsonArray(FunctionContext context, List<GoValue> arguments) {
    TracedText text = ((GoString) arguments.getFirst()).content();
    JsonReading reading = JsonReading.of(text, context);
    GoValue value = reading.value();
    GoList list = value instanceof GoList read ? read : new GoList(List.of(), text.trace());
    String error = reading.error() == null ? typeError(value, list) : reading.error();
    return error == null
        ? list
        : new GoList(List.of(GoString.computed(error, text.trace())), text.trace());
  }

  private static @Nullable String typeError(GoValue value, GoValue wanted) {
    if (value instanceof GoNil || value.typeName().equals(wanted.typeName())) {
      return null;
    }
    String kind =
        switch (value.typeName()) {
          case "float64" -> "number";
          case GoList.ANY -> "array";
          case GoMap.ANY -> "object";
          default -> value.typeName();
        };
    return "json: cannot unmarshal " + kind + " into Go value of type " + wanted.typeName();
  }

  /** {@code mustFromJson}: anything. */
  private static GoValue mustFromJson(FunctionContext context, List<GoValue> arguments) {
    TracedText text = ((GoString) arguments.getFirst()).content();
    JsonReading reading = JsonReading.of(text, context);
    String error = reading.error();
    if (error != null) {
      throw new GoFailure(error, text.trace());
    }
    return reading.value();
  }
}
