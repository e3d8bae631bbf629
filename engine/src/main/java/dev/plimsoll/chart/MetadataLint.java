package dev.plimsoll.chart;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.Optional;
import java.util.Set;

/** Judges {@code Chart.yaml} as {@code helm lint} does. */
final class MetadataLint {

  private static final Set<String> TYPES = Set.of("", "application", "library");

  private final Chart chart;
  private final StructFields fields;
  private final LintLog log;
  private final SourceFile file;

  MetadataLint(Chart chart, StructFields fields, LintLog log) {
    this.chart = chart;
    this.fields = fields;
    this.log = log;
    this.file = chart.chartYaml().source();
  }

  void lint() {
    shape(fields, ChartFieldType.CHART);
    name();
    apiVersion();
    version();
    type();
    icon();
    StructFields.items(fields.value("sources").orElse(null)).forEach(this::source);
    StructFields.items(fields.value("maintainers").orElse(null)).forEach(this::maintainer);
    for (YamlNode item : StructFields.items(fields.value("dependencies").orElse(null))) {
      if (StructFields.isNull(item)) {
        log.refusal(
            ChartRules.UNLOADABLE_CHART,
            file.at(item.span()),
            "A dependency is empty, so Helm refuses the chart.");
      }
    }
    chart
        .metadata()
        .deprecated()
        .filter(Located::value)
        .ifPresent(deprecated ->
            log.remark(
                ChartRules.DEPRECATED_CHART,
                deprecated.location(),
                "The chart is deprecated by its authors: nobody mends it any more."));
  }

  /** Unknown fields and types that Helm cannot read, here and in what is below. */
  private void shape(StructFields struct, ChartFieldType.Struct wanted) {
    for (YamlEntry entry : struct.entries().values()) {
      String key = entry.keyText().orElse("");
      Optional<ChartFieldType> type = wanted.field(key);
      if (type.isEmpty()) {
        unknown(entry, key, wanted);
      } else if (!StructFields.isNull(entry.value())) {
        value(entry.value(), key, type.get());
      }
    }
  }

  private void unknown(YamlEntry entry, String key, ChartFieldType.Struct struct) {
    String meant =
        NearestName.of(key, struct.names())
            .map(near -> "; did you mean `" + near + "`?")
            .orElse("; data for other tools belongs under `annotations`.");
    log.remark(
        ChartRules.UNKNOWN_CHART_FIELD,
        file.at(entry.key().span()),
        "Helm knows no `%s` here and ignores it%s".formatted(key, meant));
  }

  private void value(YamlNode node, String key, ChartFieldType type) {
    YamlNode found = StructFields.resolve(node);
    switch (type) {
      case ChartFieldType.Text(boolean strict) -> text(node, key, strict);
      case ChartFieldType.Bool() -> {
        if (!(found instanceof YamlScalar scalar && scalar.value() instanceof ScalarValue.Bool)) {
          mismatch(node, key, "a boolean");
        }
      }
      case ChartFieldType.TextMap() -> {
        if (found instanceof YamlMapping) {
          StructFields.of(found)
              .ifPresent(
                  map -> map.entries().forEach((name, entry) -> text(entry.value(), name, false)));
        } else {
          mismatch(node, key, "a map of texts");
        }
      }
      case ChartFieldType.ListOf(ChartFieldType item) -> {
        if (found instanceof YamlSequence sequence) {
          sequence.items().stream()
              .filter(each -> !StructFields.isNull(each))
              .forEach(each -> value(each, key, item));
        } else {
          mismatch(node, key, "a list");
        }
      }
      case ChartFieldType.Any() -> {}
      case ChartFieldType.Struct struct -> {
        Optional<StructFields> below = StructFields.of(found);
        if (below.isPresent()) {
          shape(below.get(), struct);
        } else {
          mismatch(node, key, "a map");
        }
      }
    }
  }

  private void text(YamlNode node, String key, boolean strict) {
    if (StructFields.isNull(node)) {
      return;
    }
    Optional<String> read = GoString.of(node);
    if (read.isEmpty()) {
      mismatch(node, key, "a text");
    } else if (strict && isNoText(node)) {
      String written = file.text(node.span());
      log.remark(
          ChartRules.CHART_FIELD_TYPE_MISMATCH,
          file.at(node.span()),
          "`%s` must be a text, and `%s` is none without quotes: Helm reads `%s`."
              .formatted(key, written, read.get()));
    }
  }

  private static boolean isNoText(YamlNode node) {
    return !(StructFields.resolve(node) instanceof YamlScalar scalar
        && scalar.value() instanceof ScalarValue.Text);
  }

  private void mismatch(YamlNode node, String key, String wanted) {
    log.refusal(
        ChartRules.CHART_FIELD_TYPE_MISMATCH,
        file.at(node.span()),
        "`%s` must be %s, otherwise Helm cannot load the chart.".formatted(key, wanted));
  }

  private void name() {
    Optional<Located<String>> name = text("name");
    if (name.isEmpty()) {
      if (!isOfAnotherType("name")) {
        log.refusal(
            ChartRules.MISSING_CHART_NAME,
            about("name"),
            "The chart has no `name`, so Helm refuses it.");
      }
      return;
    }
    String text = name.get().value();
    if (text.contains("/") || text.equals(".") || text.equals("..")) {
      log.refusal(
          ChartRules.INVALID_CHART_NAME,
          name.get().location(),
          "A chart's name is no path, so Helm refuses `%s`.".formatted(text));
    }
  }

  private void apiVersion() {
    Optional<Located<String>> found = text("apiVersion");
    if (found.isEmpty()) {
      if (!isOfAnotherType("apiVersion")) {
        log.remark(
            ChartRules.INVALID_CHART_API_VERSION,
            about("apiVersion"),
            "The chart has no `apiVersion`; write `v2`, or `v1` for a chart of Helm 2.");
      }
      return;
    }
    String text = found.get().value();
    if (!text.equals("v1") && !text.equals("v2")) {
      log.remark(
          ChartRules.INVALID_CHART_API_VERSION,
          found.get().location(),
          "A chart's `apiVersion` is `v2`, or `v1` for a chart of Helm 2, and not `%s`."
              .formatted(text));
    }
  }

  private void version() {
    Optional<Located<String>> found = text("version");
    if (found.isEmpty()) {
      if (!isOfAnotherType("version")) {
        log.refusal(
            ChartRules.MISSING_CHART_VERSION,
            about("version"),
            "The chart has no `version`, so Helm refuses it.");
      }
      return;
    }
    Location place = found.get().location();
    String text = found.get().value();
    Optional<SemanticVersion> version = SemanticVersion.parseLoose(text);
    if (version.isEmpty()) {
      log.refusal(
          ChartRules.INVALID_CHART_VERSION,
          place,
          "`%s` is no semantic version such as `1.2.0`, so Helm refuses the chart."
              .formatted(text));
    } else if (!VersionRange.matches(">0.0.0-0", text)) {
      log.remark(
          ChartRules.INVALID_CHART_VERSION,
          place,
          "`%s` is not greater than `0.0.0-0`, the least of all versions.".formatted(text));
    } else if (SemanticVersion.parseStrict(text).isEmpty() && !isNumber("version")) {
      log.remark(
          ChartRules.NON_STRICT_CHART_VERSION,
          place,
          "`%s` is a semantic version only by leniency; write `%s`."
              .formatted(text, version.get()));
    }
  }

  private void type() {
    fields
        .entry("type")
        .filter(entry -> !text("type").map(Located::value).orElse("").isEmpty())
        .ifPresent(entry -> {
          requireSecondVersion(entry);
          String type = text("type").map(Located::value).orElse("");
          if (!TYPES.contains(type)) {
            log.refusal(
                ChartRules.UNLOADABLE_CHART,
                file.at(entry.value().span()),
                "A chart's `type` is `application` or `library`, so Helm refuses `%s`."
                    .formatted(type));
          }
        });
    fields
        .entry("dependencies")
        .filter(entry -> !StructFields.items(entry.value()).isEmpty())
        .ifPresent(this::requireSecondVersion);
  }

  private void requireSecondVersion(YamlEntry entry) {
    String key = entry.keyText().orElse("");
    String version = text("apiVersion").map(Located::value).orElse("");
    if (!version.equals("v2")) {
      log.remark(
          ChartRules.CHART_FIELD_REQUIRES_V2,
          file.at(entry.key().span()),
          "`%s` needs `apiVersion: v2`%s."
              .formatted(key, version.isEmpty() ? "" : ", and the chart says `" + version + "`"));
    }
  }

  private void icon() {
    Optional<Located<String>> icon = text("icon");
    if (icon.isEmpty()) {
      if (!isOfAnotherType("icon")) {
        log.remark(
            ChartRules.MISSING_CHART_ICON,
            about("icon"),
            "The chart has no `icon` for those who browse charts.");
      }
    } else if (!ContactText.isRequestUrl(icon.get().value())) {
      log.remark(
          ChartRules.INVALID_CHART_ICON,
          icon.get().location(),
          "`%s` is no URL with a scheme such as `https`.".formatted(icon.get().value()));
    }
  }

  private void source(YamlNode node) {
    String text = GoString.of(node).orElse("");
    boolean isText = StructFields.isNull(node) || GoString.of(node).isPresent();
    if (isText && !ContactText.isRequestUrl(text)) {
      log.remark(
          ChartRules.INVALID_CHART_SOURCE,
          file.at(node.span()),
          "`%s` is no URL with a scheme such as `https`.".formatted(text));
    }
  }

  private void maintainer(YamlNode node) {
    if (StructFields.isNull(node)) {
      log.refusal(
          ChartRules.INVALID_CHART_MAINTAINER,
          file.at(node.span()),
          "A maintainer is empty, so Helm refuses the chart.");
      return;
    }
    Optional<StructFields> found = StructFields.of(node);
    if (found.isEmpty()) {
      return;
    }
    StructFields maintainer = found.get();
    if (text(maintainer, "name").isEmpty()) {
      log.remark(
          ChartRules.INVALID_CHART_MAINTAINER,
          maintainer
              .entry("name")
              .map(entry -> file.at(entry.key().span()))
              .orElseGet(() -> ChartLint.first(file, maintainer.node())),
          "A maintainer needs a `name`.");
    }
    text(maintainer, "email")
        .filter(email -> !ContactText.isEmail(email.value()))
        .ifPresent(email ->
            log.remark(
                ChartRules.INVALID_CHART_MAINTAINER,
                email.location(),
                "`%s` is no e-mail address.".formatted(email.value())));
    text(maintainer, "url")
        .filter(url -> !ContactText.isUrl(url.value()))
        .ifPresent(url ->
            log.remark(
                ChartRules.INVALID_CHART_MAINTAINER,
                url.location(),
                "`%s` is no URL.".formatted(url.value())));
  }

  /** What Helm reads; empty for nothing, for an empty text, and for what is no text at all. */
  private Optional<Located<String>> text(String name) {
    return text(fields, name);
  }

  private Optional<Located<String>> text(StructFields from, String name) {
    return from.value(name)
        .flatMap(node -> GoString.of(node).map(text -> new Located<>(text, file.at(node.span()))))
        .filter(text -> !text.value().isEmpty());
  }

  /** Whether the field has a value that is no text, which {@link #mismatch} has said. */
  private boolean isOfAnotherType(String name) {
    return fields.value(name).filter(node -> GoString.of(node).isEmpty()).isPresent();
  }

  /** Whether the field lacks the quotes of a text, which {@link #text} has said. */
  private boolean isNumber(String name) {
    return fields.value(name).filter(MetadataLint::isNoText).isPresent();
  }

  private Location about(String name) {
    return fields
        .entry(name)
        .map(entry -> file.at(entry.key().span()))
        .orElseGet(() -> ChartLint.first(file, fields.node()));
  }
}
