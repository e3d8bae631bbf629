package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.values.JsonPrinter;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.PrintedValues;
import dev.plimsoll.values.YamlPrinter;

/** Effective values as text. */
public final class ValuesReport {

  private static final int WIDEST_ALIGNED = 60;

  private ValuesReport() {}

  /** The bytes of {@code {{ .Values | toJson }}} with a line end. */
  public static String json(MapValue values) {
    return JsonPrinter.print(values) + "\n";
  }

  /** As {@code helm get values --all} prints them. */
  public static String yaml(MapValue values) {
    return YamlPrinter.print(values);
  }

  /**
   * The same YAML with a comment behind each value that says its origin.
   *
   * @param prefix stands before every path; see {@link TextReport}
   */
  public static String yamlWithOrigins(MapValue values, String prefix, Palette palette) {
    return new OriginColumn(prefix, palette, WIDEST_ALIGNED)
        .render(
            PrintedValues.of(values).stream()
                .map(line -> new OriginColumn.Line(line.text(), line.origin().map(Origin::place)))
                .toList());
  }
}
