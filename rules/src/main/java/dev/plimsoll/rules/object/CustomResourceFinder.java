package dev.plimsoll.rules.object;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.kubernetes.CustomResources;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The custom resources of an estate: those that charts define in {@code crds} or in templates, and
 * those of files beside charts. Looked for when the first object needs one.
 */
final class CustomResourceFinder {

  private static final String DEFINITION = "CustomResourceDefinition";

  private final RuleContext context;
  private final Set<ChartFile> files = new HashSet<>();
  private final List<YamlNode> definitions = new ArrayList<>();
  private @Nullable CustomResources found;

  CustomResourceFinder(RuleContext context) {
    this.context = context;
  }

  synchronized CustomResources resources() {
    CustomResources resources = found;
    if (resources == null) {
      find();
      resources = CustomResources.of(definitions);
      found = resources;
    }
    return resources;
  }

  private void find() {
    for (ReleaseObjects release : context.objects().releases()) {
      release.objects().stream()
          .filter(object -> object.kind().equals(DEFINITION))
          .flatMap(object -> object.root().node().stream())
          .forEach(definitions::add);
    }
    for (YamlFile file : context.estate().plainFiles().manifests()) {
      ofFile(file);
    }
    for (ReleaseInstance release : context.estate().releases()) {
      ofChart(release.chart());
    }
    context.estate().charts().forEach(this::ofChart);
  }

  private void ofChart(Chart chart) {
    for (ChartFile file : chart.crds()) {
      if (files.add(file) && file.content() instanceof FileContent.Text(SourceFile text)) {
        ofFile(YamlParser.parse(text));
      }
    }
    chart.subcharts().forEach(this::ofChart);
  }

  private void ofFile(YamlFile file) {
    for (YamlDocument document : file.documents()) {
      YamlNode root = document.root();
      if (root != null) {
        definitions.add(root);
      }
    }
  }
}
