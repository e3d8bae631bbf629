package dev.plimsoll.template.value;

import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ScalarValue;

/** Whether a value still is what a leaf of the values says. */
final class SourceText {

  private SourceText() {}

  /** Whether nothing was computed: a function may well keep the trace of its only operand. */
  static boolean isWhatSourceHas(GoValue value) {
    if (!(value.trace().direct() instanceof ValuesNode node
        && node.value() instanceof ScalarValue scalar)) {
      return false;
    }
    return switch (scalar.content()) {
      case GoScalar.Bool(boolean content) ->
          value instanceof GoBool(boolean truth, _) && truth == content;
      case GoScalar.Int64(long content) ->
          value instanceof GoInt integer && integer.value() == content;
      case GoScalar.Float64(double content) ->
          value instanceof GoFloat(double number, _) && number == content;
      case GoScalar.Nil _, GoScalar.Text _ -> false;
    };
  }
}
