package dev.plimsoll.render;

import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RelatedLocation.Role;
import dev.plimsoll.render.ManifestReader.WrongType;
import dev.plimsoll.render.RenderFailure.Kind;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Order;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.function.YamlRefusal;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.JsonPrinter;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes manifests of what templates wrote: {@code releaseutil.SortManifests}. */
final class ManifestAssembly {

  private static final Pattern INDENT = Pattern.compile("\\|\\s*indent\\s+\\d+\\s*-?}}$");
  private static final String INDENT_ADVICE =
      "`indent` goes on in the same line; `nindent` begins a new one.";

  private final HelmVersion helm;
  private final KubeVersion kubernetes;
  private final EnabledChart chart;
  private final List<RenderedTemplate> templates;
  private final ManifestTexts texts;
  private final ManifestReader reader;
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<Manifest> hooks = new ArrayList<>();
  private final List<Manifest> dropped = new ArrayList<>();

  /**
   * @param templates in the order in which they ran
   * @param texts knows documents of earlier renders
   */
  ManifestAssembly(
      HelmVersion helm,
      KubeVersion kubernetes,
      EnabledChart chart,
      List<RenderedTemplate> templates,
      ManifestTexts texts) {
    this.helm = helm;
    this.texts = texts;
    this.kubernetes = kubernetes;
    this.chart = chart;
    this.templates = templates;
    this.reader = new ManifestReader(helm);
  }

  /** The manifests in order; or the first document that Helm cannot read. */
  RenderOutcome assemble(Set<String> nonDeterminism) {
    List<RenderedTemplate> byName = new ArrayList<>(templates);
    byName.sort(Order.by(RenderedTemplate::name, JsonPrinter.KEY_ORDER));
    for (RenderedTemplate template : byName) {
      if (template.isNotes()) {
        continue;
      }
      String text = template.text().text();
      if (GoSpace.isBlank(text)) {
        continue;
      }
      for (Span span : ManifestSplitter.split(text, helm)) {
        Optional<RenderFailure> failure = add(template, span);
        if (failure.isPresent()) {
          return failure.get();
        }
      }
    }
    ManifestSorter sorter = new ManifestSorter(helm);
    return new RenderedChart(
        helm,
        kubernetes,
        chart,
        templates,
        sorter.sorted(manifests),
        sorter.sorted(hooks),
        dropped,
        nonDeterminism);
  }

  private Optional<RenderFailure> add(RenderedTemplate template, Span span) {
    YamlFile yaml = texts.parse(template.name(), span.in(template.text().text()));
    Optional<YamlProblem> problem = problem(yaml);
    if (problem.isPresent()) {
      return Optional.of(notYaml(template, span, yaml, problem.get()));
    }
    ManifestHead head;
    try {
      head = reader.read(yaml);
    } catch (WrongType e) {
      return Optional.of(
          failure(template, span, yaml.source().at(e.node().span()), e.text(), wrongType(e)));
    }
    if (!ManifestSorter.namesHook(head)) {
      manifests.add(new Manifest(template, span, yaml, head, Optional.empty()));
      return Optional.empty();
    }
    Optional<Hook> hook = ManifestSorter.hook(head);
    (hook.isPresent() ? hooks : dropped).add(new Manifest(template, span, yaml, head, hook));
    return Optional.empty();
  }

  /** Helm reads the first document alone, and stops at its first error. */
  private static Optional<YamlProblem> problem(YamlFile yaml) {
    List<YamlDocument> documents = yaml.documents();
    int end = documents.isEmpty() ? Integer.MAX_VALUE : documents.getFirst().span().end();
    return yaml.problems().stream()
        .filter(problem -> problem.kind() != YamlProblem.Kind.IGNORED)
        .filter(problem -> problem.span().start() <= end)
        .findFirst();
  }

  private static RenderFailure notYaml(
      RenderedTemplate template, Span span, YamlFile yaml, YamlProblem problem) {
    return failure(
        template,
        span,
        yaml.source().at(problem.span()),
        YamlRefusal.of(yaml).orElse(""),
        "What this template writes is no YAML: " + problem.message());
  }

  private static String wrongType(WrongType problem) {
    return "What this template writes is no Kubernetes object: "
        + problem.text().substring(problem.text().lastIndexOf("cannot unmarshal"))
        + ".";
  }

  /**
   * @param rendered the place in the document
   * @param helm what Helm says of it; empty if that is not known
   */
  private static RenderFailure failure(
      RenderedTemplate template, Span span, Location rendered, String helm, String sentence) {
    Span place = rendered.span().shift(span.start());
    Optional<SpanOrigin> origin = template.origins().of(place);
    Location written =
        origin
            .map(found -> found.writtenBy().orElse(found.location()))
            .orElseGet(() -> new SourceFile(template.name(), "").start());
    String advice = isIndentedInline(written) ? " " + INDENT_ADVICE : "";
    Diagnostic found =
        BrokenLines.show(
            template,
            span,
            place,
            Diagnostic.of(RenderRules.INVALID_MANIFEST, written, sentence + advice));
    if (origin.isPresent() && origin.get().valuesNode().isPresent()) {
      found =
          found.withRelated(
              Role.DEFINITION, origin.get().location(), "The value in it is set here.");
    }
    String message = helm.isEmpty() ? "" : "YAML parse error on " + template.name() + ": " + helm;
    return new RenderFailure(Kind.MANIFEST, message, List.of(found));
  }

  /** Whether an action ends with {@code indent} behind other text of its line: a usual slip. */
  private static boolean isIndentedInline(Location action) {
    SourceFile file = action.file();
    Span line = file.lines().line(action.position().line());
    String before = file.text(new Span(line.start(), action.span().start()));
    return INDENT.matcher(file.text(action.span())).find() && before.contains(":");
  }
}
