package dev.plimsoll.lsp.feature;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The named templates that a template sees: those of all charts of its tree. */
final class NamedTemplates {

  private static final int MAX_LINES = 15;

  private final Context context;
  private final Map<String, SourceFile> files = new LinkedHashMap<>();

  /** A named template. */
  record Definition(String name, Location place, String text) {}

  NamedTemplates(Context context) {
    this.context = context;
    Set<Chart> trees = new LinkedHashSet<>();
    for (Chart chart : context.analysed().result().estate().charts()) {
      if (isIn(chart, context.path())) {
        trees.add(chart);
      }
    }
    trees.forEach(this::add);
    files.put(context.path(), context.source());
  }

  private static boolean isIn(Chart chart, String path) {
    return chart.path().isEmpty()
        || path.startsWith(chart.path() + "/")
        || chart.subcharts().stream().anyMatch(subchart -> isIn(subchart, path));
  }

  private void add(Chart chart) {
    for (ChartFile file : chart.templates()) {
      if (file.content() instanceof FileContent.Text(SourceFile source)) {
        files.put(source.path(), source);
      }
    }
    chart.subcharts().forEach(this::add);
  }

  /** Every template file of the tree, with the newest text of the document itself. */
  List<SourceFile> files() {
    return List.copyOf(files.values());
  }

  /** Every definition. */
  List<Definition> all() {
    List<Definition> all = new ArrayList<>();
    for (SourceFile file : files.values()) {
      context.cancel().checkCanceled();
      if (file.text().contains("define") || file.text().contains("block")) {
        TemplateScan.of(file)
            .file()
            .definitions()
            .forEach(found ->
                all.add(
                    new Definition(
                        found.name(),
                        file.at(found.nameSpan()),
                        shortened(file.text(found.span())))));
      }
    }
    return all;
  }

  /** Every place that names a template. */
  List<Location> places(String name, boolean withDefinitions) {
    List<Location> places = new ArrayList<>();
    for (SourceFile file : files.values()) {
      context.cancel().checkCanceled();
      if (!file.text().contains(name)) {
        continue;
      }
      for (TemplateScan.Reference reference : TemplateScan.of(file).references()) {
        if (reference instanceof TemplateScan.NameReference found
            && found.name().equals(name)
            && (withDefinitions || !found.isDefinition())) {
          places.add(file.at(found.span()));
        }
      }
    }
    return places;
  }

  private static String shortened(String text) {
    List<String> lines = text.lines().toList();
    return lines.size() <= MAX_LINES
        ? text
        : String.join("\n", lines.subList(0, MAX_LINES)) + "\n…";
  }
}
