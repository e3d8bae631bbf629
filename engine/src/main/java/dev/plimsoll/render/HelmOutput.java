package dev.plimsoll.render;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.chart.GoPathPattern;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.TextBuilder;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Prints a rendered chart as {@code helm template} does ({@code cmd/helm/template.go}). */
public final class HelmOutput {

  private static final String SEPARATOR = "---\n# Source: ";
  private static final Pattern SOURCE = Pattern.compile("# Source: [^/]+/(.+)");
  private static final Set<String> MANIFEST_EXTENSIONS = Set.of(".yaml", ".yml", ".json");

  private final RenderedChart chart;
  private final PrintOptions options;

  private HelmOutput(RenderedChart chart, PrintOptions options) {
    this.chart = chart;
    this.options = options;
  }

  /**
   * The bytes of {@code helm template}, as text with its origins.
   *
   * @return empty if a pattern of {@link PrintOptions#showOnly} matches nothing, see {@link
   *     #unmatched}
   */
  public static Optional<TracedText> of(RenderedChart chart, PrintOptions options) {
    HelmOutput output = new HelmOutput(chart, options);
    TracedText all = output.all();
    return options.showOnly().isEmpty() ? Optional.of(all) : output.only(all);
  }

  /** The first pattern of {@link PrintOptions#showOnly} that matches no template. */
  public static Optional<String> unmatched(RenderedChart chart, PrintOptions options) {
    HelmOutput output = new HelmOutput(chart, options);
    List<Document> documents = output.documents(output.all());
    return options.showOnly().stream()
        .filter(pattern -> documents.stream().noneMatch(document -> document.matches(pattern)))
        .findFirst();
  }

  /**
   * What stands in the folders {@code crds}, which Helm creates before it installs; empty if there
   * is nothing.
   */
  public static String definitions(RenderedChart chart) {
    TextBuilder out = new TextBuilder();
    addCrds(out, chart.chart());
    return out.build().text();
  }

  private TracedText all() {
    TextBuilder release = new TextBuilder();
    if (options.includeCrds()) {
      addCrds(release, chart.chart());
    }
    for (Manifest manifest : chart.manifests()) {
      add(release, manifest.source(), manifest.content());
    }
    TracedText manifests = release.build();
    int end = GoSpace.skipBack(manifests.text(), 0, manifests.length());
    TextBuilder out =
        new TextBuilder()
            .append(manifests, GoSpace.skip(manifests.text(), 0, end), end)
            .append('\n');
    if (!options.noHooks()) {
      for (Manifest hook : chart.hooks()) {
        boolean skipped = options.skipTests() && hook.hook().filter(Hook::isTest).isPresent();
        if (!skipped) {
          add(out, hook.source(), hook.content());
        }
      }
    }
    return out.build();
  }

  private static void add(TextBuilder out, String source, TracedText content) {
    out.append(SEPARATOR).append(source).append("\n").append(content).append('\n');
  }

  /** {@code CRDObjects}: those of the chart, then those of its subcharts. */
  private static void addCrds(TextBuilder out, EnabledChart chart) {
    for (ChartFile file : chart.chart().crds()) {
      String name = file.name();
      String extension =
          name.substring(Math.max(0, name.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
      if (MANIFEST_EXTENSIONS.contains(extension)) {
        add(out, chart.fullPath() + "/" + name, text(file));
      }
    }
    chart.subcharts().forEach(subchart -> addCrds(out, subchart));
  }

  private static TracedText text(ChartFile file) {
    return switch (file.content()) {
      case FileContent.Text(SourceFile source) ->
          TracedText.verbatim(source.text(), Trace.of(new Source.ChartText(source)));
      case FileContent.Binary(byte[] bytes) ->
          TracedText.untracked(new String(bytes, StandardCharsets.UTF_8));
      case FileContent.Missing _, FileContent.Refused _ -> TracedText.EMPTY;
    };
  }

  /** Helm cuts its own output again, and takes the source from the first comment that names one. */
  private Optional<TracedText> only(TracedText all) {
    List<Document> documents = documents(all);
    TextBuilder out = new TextBuilder();
    for (String pattern : options.showOnly()) {
      boolean found = false;
      for (Document document : documents) {
        if (document.matches(pattern)) {
          out.append("---\n").append(document.text()).append('\n');
          found = true;
        }
      }
      if (!found) {
        return Optional.empty();
      }
    }
    return Optional.of(out.build());
  }

  private List<Document> documents(TracedText all) {
    List<Document> documents = new ArrayList<>();
    for (Span span : ManifestSplitter.split(all.text(), chart.helm())) {
      TracedText text = all.substring(span.start(), span.end());
      Matcher source = SOURCE.matcher(text.text());
      if (source.find()) {
        documents.add(new Document(source.group(1), text));
      }
    }
    return documents;
  }

  /**
   * A part of the output.
   *
   * @param path in the chart
   */
  private record Document(String path, TracedText text) {

    boolean matches(String pattern) {
      return GoPathPattern.parse(pattern).filter(parsed -> parsed.matches(path)).isPresent();
    }
  }
}
