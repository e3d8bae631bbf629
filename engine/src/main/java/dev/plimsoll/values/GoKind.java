package dev.plimsoll.values;

/** What people call a value in a message. */
final class GoKind {

  private GoKind() {}

  /** {@code a list}, {@code text}. */
  static String of(Value value) {
    return switch (value) {
      case MapValue _ -> "a map";
      case ListValue _ -> "a list";
      case ScalarValue(GoScalar content, _, _) ->
          switch (content) {
            case GoScalar.Nil _ -> "null";
            case GoScalar.Bool _ -> "a boolean";
            case GoScalar.Int64 _, GoScalar.Float64 _ -> "a number";
            case GoScalar.Text _ -> "text";
          };
    };
  }
}
