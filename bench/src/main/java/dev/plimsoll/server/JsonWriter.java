package dev.plimsoll.server;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** YAML as Helm sends it to a server. */
final class JsonWriter {

  /** From here on Go writes an exponent. */
  private static final double EXPONENT_FROM = 1e21;

  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonWriter() {}

  static String write(YamlNode node) {
    StringBuilder out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  private static void write(YamlNode node, StringBuilder out) {
    switch (node) {
      case YamlAlias alias -> write(alias.target(), out);
      case YamlScalar scalar -> scalar(scalar.value(), out);
      case YamlSequence sequence -> {
        out.append('[');
        List<YamlNode> items = sequence.items();
        for (int i = 0; i < items.size(); i++) {
          out.append(i == 0 ? "" : ",");
          write(items.get(i), out);
        }
        out.append(']');
      }
      case YamlMapping mapping -> {
        out.append('{');
        boolean isFirst = true;
        for (Map.Entry<String, YamlEntry> entry :
            StructFields.of(mapping).orElseThrow().entries().entrySet()) {
          out.append(isFirst ? "" : ",");
          isFirst = false;
          out.append(JSON.writeValueAsString(entry.getKey())).append(':');
          write(entry.getValue().value(), out);
        }
        out.append('}');
      }
    }
  }

  private static void scalar(ScalarValue value, StringBuilder out) {
    switch (value) {
      case ScalarValue.Null _ -> out.append("null");
      case ScalarValue.Bool bool -> out.append(bool.value());
      case ScalarValue.Int number -> out.append(number.value());
      case ScalarValue.Float number ->
          out.append(
              Math.abs(number.value()) < EXPONENT_FROM
                  ? new BigDecimal(Double.toString(number.value()))
                      .stripTrailingZeros()
                      .toPlainString()
                  : Double.toString(number.value()));
      case ScalarValue.Text text -> out.append(JSON.writeValueAsString(text.value()));
    }
  }
}
