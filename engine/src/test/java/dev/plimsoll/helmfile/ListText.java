package dev.plimsoll.helmfile;

import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.JsonPrinter;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code helmfile list --output json} prints. */
final class ListText {

  private ListText() {}

  static String of(List<HelmfileRelease> releases) {
    List<HelmfileRelease> sorted = new ArrayList<>(releases);
    sorted.removeIf(release -> !release.isSelected());
    sorted.sort(
        Comparator.comparing((HelmfileRelease release) -> release.namespace().value())
            .thenComparing(release -> release.name().value()));
    List<String> rows = new ArrayList<>();
    for (HelmfileRelease release : sorted) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("name", quoted(release.name().value()));
      row.put("namespace", quoted(release.namespace().value()));
      row.put("enabled", Boolean.toString(release.isEnabled()));
      row.put("installed", Boolean.toString(release.isInstalled()));
      row.put("labels", quoted(release.labelText()));
      row.put("chart", quoted(release.chart().value()));
      row.put("version", quoted(release.version()));
      List<String> fields = new ArrayList<>();
      row.forEach((key, value) -> fields.add(quoted(key) + ":" + value));
      rows.add("{" + String.join(",", fields) + "}");
    }
    return "[" + String.join(",", rows) + "]";
  }

  private static String quoted(String text) {
    Value value =
        new dev.plimsoll.values.ScalarValue(
            new GoScalar.Text(text), Nodes.EMPTY.origin(), List.of());
    return JsonPrinter.print(value).strip();
  }
}
