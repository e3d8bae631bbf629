package dev.plimsoll.rules.helmfile;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which custom kinds releases define and bring, as {@code group/Kind}. */
final class CustomKinds {

  private static final String DEFINITION = "CustomResourceDefinition";

  /**
   * Says in a definition what it defines. Definitions are megabytes of schemas that a tool has
   * written, so nobody reads them as YAML for two words.
   */
  private static final Pattern GROUP = Pattern.compile("(?m)^  group: [\"']?([\\w.-]+)");

  private static final Pattern KIND = Pattern.compile("(?m)^    kind: [\"']?(\\w+)");
  private static final Pattern DOCUMENT = Pattern.compile("(?m)^---");

  private final IdentityHashMap<Chart, Set<String>> ofCharts = new IdentityHashMap<>();
  private final IdentityHashMap<ReleaseObjects, Set<String>> brought = new IdentityHashMap<>();

  /** The kinds that a release defines in templates, or in {@code crds} of its charts. */
  Set<String> definedBy(ReleaseObjects release, EnabledChart chart) {
    Set<String> kinds = new HashSet<>();
    for (KubernetesObject object : release.objects()) {
      if (object.kind().equals(DEFINITION)) {
        String group = object.get("spec", "group").text().orElse("");
        kinds.add(group + "/" + object.get("spec", "names", "kind").text().orElse(""));
      }
    }
    ofChart(chart, kinds);
    return kinds;
  }

  /** The kinds of the objects of a release, sorted. */
  Set<String> broughtBy(ReleaseObjects release) {
    return brought.computeIfAbsent(
        release,
        each -> {
          Set<String> kinds = new TreeSet<>();
          each.objects().forEach(object -> kinds.add(object.group() + "/" + object.kind()));
          return kinds;
        });
  }

  private void ofChart(EnabledChart chart, Set<String> kinds) {
    kinds.addAll(ofCharts.computeIfAbsent(chart.chart(), CustomKinds::read));
    chart.subcharts().forEach(subchart -> ofChart(subchart, kinds));
  }

  private static Set<String> read(Chart chart) {
    Set<String> kinds = new HashSet<>();
    for (ChartFile file : chart.crds()) {
      if (file.content() instanceof FileContent.Text(SourceFile text)) {
        for (String document : DOCUMENT.split(text.text(), -1)) {
          Matcher group = GROUP.matcher(document);
          Matcher kind = KIND.matcher(document);
          if (document.contains(DEFINITION) && group.find() && kind.find()) {
            kinds.add(group.group(1) + "/" + kind.group(1));
          }
        }
      }
    }
    return kinds;
  }
}
