package dev.plimsoll.lsp.feature;

import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.function.HelmFunctions;
import dev.plimsoll.template.function.Signature;
import dev.plimsoll.template.function.TemplateFunction;
import dev.plimsoll.values.HelmVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** What templates can call, and what Helm gives them. */
final class Functions {

  /** Those of Go's templates themselves. */
  private static final Map<String, String> BUILT_IN_FUNCTIONS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("and", "and x ...: the first empty argument, or else the last"),
              Map.entry("or", "or x ...: the first argument that is not empty, or else the last"),
              Map.entry("not", "not x: whether x is empty"),
              Map.entry("eq", "eq x y ...: whether x equals one of the others"),
              Map.entry("ne", "ne x y: whether they differ"),
              Map.entry("lt", "lt x y: whether x is less"),
              Map.entry("le", "le x y: whether x is not more"),
              Map.entry("gt", "gt x y: whether x is more"),
              Map.entry("ge", "ge x y: whether x is not less"),
              Map.entry("len", "len x: how many items or bytes"),
              Map.entry("index", "index x key ...: an item of a list or map"),
              Map.entry("slice", "slice x from to: a part of a list or text"),
              Map.entry("print", "print x ...: the text of the arguments"),
              Map.entry("printf", "printf format x ...: a formatted text"),
              Map.entry("println", "println x ...: the text of the arguments and a line end"),
              Map.entry("html", "html x: escaped for HTML"),
              Map.entry("js", "js x: escaped for JavaScript"),
              Map.entry("urlquery", "urlquery x: escaped for a query"),
              Map.entry("call", "call function x ...: the result of a function")));

  private static final Map<String, String> BUILT_INS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(".Release", "The release that is installed."),
              Map.entry(".Release.Name", "The name of the release."),
              Map.entry(".Release.Namespace", "The namespace that the release is installed in."),
              Map.entry(".Release.IsUpgrade", "Whether a release is upgraded or rolled back."),
              Map.entry(".Release.IsInstall", "Whether a release is installed for the first time."),
              Map.entry(".Release.Revision", "The number of the revision; 1 when installed."),
              Map.entry(".Release.Service", "What renders: `Helm`."),
              Map.entry(".Chart", "What `Chart.yaml` says."),
              Map.entry(".Chart.Name", "The name of the chart."),
              Map.entry(".Chart.Version", "The version of the chart."),
              Map.entry(".Chart.AppVersion", "The version of what the chart installs."),
              Map.entry(".Files", "The files of the chart that are no templates."),
              Map.entry(".Capabilities", "What the cluster can do."),
              Map.entry(".Capabilities.KubeVersion", "The version of Kubernetes."),
              Map.entry(".Capabilities.APIVersions", "The APIs that the cluster serves."),
              Map.entry(".Capabilities.HelmVersion", "The version of Helm."),
              Map.entry(".Template", "The template that is rendered."),
              Map.entry(".Template.Name", "The path of the template, the chart's name first."),
              Map.entry(".Template.BasePath", "The path of the chart's templates."),
              Map.entry(".Subcharts", "What the subcharts see, by their names."),
              Map.entry(".Values", "The values of the chart.")));

  private Functions() {}

  private static FunctionTable table() {
    return HelmFunctions.table(HelmVersion.NEWEST);
  }

  /** Every function, sorted. */
  static SortedSet<String> names() {
    SortedSet<String> names = table().names();
    names.addAll(BUILT_IN_FUNCTIONS.keySet());
    return names;
  }

  /** {@code trunc int string}; empty for a function that does not exist. */
  static Optional<String> signature(String name) {
    String builtIn = BUILT_IN_FUNCTIONS.get(name);
    if (builtIn != null) {
      return Optional.of(builtIn);
    }
    return Optional.ofNullable(table().get(name))
        .map(function -> String.join(" ", words(name, function)));
  }

  /** The name, then each parameter. */
  static List<String> words(String name) {
    TemplateFunction function = table().get(name);
    if (function != null) {
      return words(name, function);
    }
    String builtIn = BUILT_IN_FUNCTIONS.get(name);
    return builtIn == null
        ? List.of()
        : List.of(builtIn.substring(0, builtIn.indexOf(':')).split(" ", -1));
  }

  private static List<String> words(String name, TemplateFunction function) {
    Signature signature = function.signature();
    List<String> words = new ArrayList<>();
    words.add(name);
    for (int i = 0; i < signature.parameters().size(); i++) {
      boolean isRest = signature.isVariadic() && i == signature.parameters().size() - 1;
      String type = signature.parameters().get(i).typeName().replace("interface {}", "any");
      words.add(isRest ? type + "..." : type);
    }
    return words;
  }

  /** What Helm gives templates under a path such as {@code .Release.Name}. */
  static Optional<String> builtIn(String path) {
    return Optional.ofNullable(BUILT_INS.get(path));
  }

  /** The paths that Helm gives, sorted. */
  static Map<String, String> builtIns() {
    return BUILT_INS;
  }
}
