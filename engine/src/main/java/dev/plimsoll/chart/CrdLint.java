package dev.plimsoll.chart;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlProblem;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges the files that Helm applies before everything else and never removes. */
final class CrdLint {

  private static final String KIND = "CustomResourceDefinition";
  private static final String GROUP = "apiextensions.k8s.io";
  private static final Pattern MANIFEST = Pattern.compile("(?i).*\\.(?:ya?ml|json)");

  private final SourceFile file;
  private final LintLog log;

  private CrdLint(SourceFile file, LintLog log) {
    this.file = file;
    this.log = log;
  }

  static void lint(ChartFile crd, LintLog log) {
    if (MANIFEST.matcher(crd.name()).matches()
        && crd.content() instanceof FileContent.Text(SourceFile file)) {
      new CrdLint(file, log).lint();
    }
  }

  private void lint() {
    YamlFile yaml = YamlParser.parse(file);
    Optional<YamlProblem> broken =
        yaml.problems().stream()
            .filter(problem -> problem.kind() != YamlProblem.Kind.IGNORED)
            .findFirst();
    if (broken.isPresent()) {
      say(
          file.at(broken.get().span()),
          "Helm reads files in `crds` as plain YAML, without templates: " + broken.get().message());
      return;
    }
    yaml.documents().forEach(this::document);
  }

  private void document(YamlDocument document) {
    if (StructFields.isNull(document.root())) {
      return;
    }
    Optional<StructFields> fields = StructFields.of(document.root());
    if (fields.isEmpty()) {
      say(file.at(document.span()), "A file in `crds` must hold a `%s`.".formatted(KIND));
      return;
    }
    String kind = text(fields.get(), "kind");
    if (!kind.equals(KIND)) {
      say(
          place(fields.get(), "kind"),
          "Helm applies what lies in `crds` once and never changes or removes it, so it must be a `%s`, and this is %s."
              .formatted(KIND, kind.isEmpty() ? "of no kind" : "a `" + kind + "`"));
    } else if (!text(fields.get(), "apiVersion").startsWith(GROUP)) {
      say(
          place(fields.get(), "apiVersion"),
          "A `%s` has an `apiVersion` of `%s`, such as `%s/v1`.".formatted(KIND, GROUP, GROUP));
    }
  }

  private void say(Location location, String message) {
    log.remark(ChartRules.INVALID_CRD_FILE, location, message);
  }

  private static String text(StructFields fields, String name) {
    return fields.value(name).flatMap(GoString::of).orElse("");
  }

  private Location place(StructFields fields, String name) {
    return fields
        .value(name)
        .map(node -> file.at(node.span()))
        .orElseGet(() -> ChartLint.first(file, fields.node()));
  }
}
