package dev.plimsoll.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.project.TextTree;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.render.RenderedTemplate;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.OverlayFileTree;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.origin.Dependencies;
import dev.plimsoll.template.origin.OriginFinder;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.TracedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Edits of values, one after another, against an analysis that knows nothing of those before: what
 * a template is known to write is what it would write, and its origins are those of today.
 */
final class RememberedTemplatesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final int EDITS = 25;

  private static final String CHART =
      """
      # file: plimsoll.yaml
      apiVersion: plimsoll.dev/v1
      kind: Project
      environments:
        prod: {}
      releases:
        - name: shop
          chart: chart
          namespace: shop
          values: [values.yaml]
      # file: chart/Chart.yaml
      apiVersion: v2
      name: shop
      version: 1.0.0
      # file: chart/templates/a.yaml
      a: {{ .Values.a }}
      # file: chart/templates/b.yaml
      b: {{ .Values.b | default "none" }}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"shop", "fleet", "chain", "vault"})
  void editsGiveWhatAFreshAnalysisGives(String fixture) throws IOException {
    Path root = Path.of("../fixtures", fixture);
    FileTree disk = new DiskFileTree(root, List.of());
    List<String> files = valuesFiles(root);
    Map<String, String> texts = new HashMap<>();
    Random random = new Random(20261127);
    Analyzer analyzer = analyzer();
    Set<TracedText> known = Collections.newSetFromMap(new IdentityHashMap<>());
    int reused = 0;
    for (int i = 0; i < EDITS; i++) {
      String file = files.get(random.nextInt(files.size()));
      String before =
          texts.containsKey(file) ? texts.get(file) : Files.readString(root.resolve(file));
      texts.put(file, edited(before, random));
      Workspace workspace =
          new Workspace(
              new OverlayFileTree(disk, Map.copyOf(texts)), AnalysisOptions.none(), TODAY);

      AnalysisResult result = analyzer.analyze(workspace);

      assertThat(templates(result)).isEqualTo(templates(analyzer().analyze(workspace)));
      assertThat(result.bugs()).isEmpty();
      for (RenderedTemplate template : rendered(result)) {
        reused += known.add(template.text()) ? 0 : 1;
      }
    }
    assertThat(reused).isPositive();
  }

  @Test
  void runsAgainWhatLooksAtTheValueThatChanged() {
    TextTree files = TextTree.of(CHART + "# file: values.yaml\na: 1\n");
    Analyzer analyzer = analyzer();
    analyzer.analyze(workspace(files));
    files.put("values.yaml", "a: 2\n");
    List<RenderedTemplate> first = rendered(analyzer.analyze(workspace(files)));
    files.put("values.yaml", "# moved\na: 2\nb: 3\n");
    List<RenderedTemplate> second = rendered(analyzer.analyze(workspace(files)));

    assertThat(named(second, "a").text()).isSameAs(named(first, "a").text());
    assertThat(named(first, "b").text().text()).isEqualTo("b: none\n");
    assertThat(named(second, "b").text().text()).isEqualTo("b: 3\n");
    assertThat(origin(named(first, "a"), "2")).isEqualTo("values.yaml:1:4");
    assertThat(origin(named(second, "a"), "2")).isEqualTo("values.yaml:2:4");
  }

  @Test
  void runsEverythingBehindATemplateThatChangesValues() {
    TextTree files =
        TextTree.of(
            CHART
                + """
                # file: chart/templates/c.yaml
                {{- $_ := set .Values "a" .Values.c }}
                c: {{ .Values.c }}
                # file: values.yaml
                a: 1
                c: 1
                """);
    Analyzer analyzer = analyzer();
    analyzer.analyze(workspace(files));
    for (String value : List.of("2", "3", "3 # the same")) {
      files.put("values.yaml", "a: 1\nc: " + value + "\n");
      List<RenderedTemplate> rendered = rendered(analyzer.analyze(workspace(files)));

      assertThat(named(rendered, "a").text().text()).isEqualTo("a: " + value.charAt(0) + "\n");
      assertThat(named(rendered, "c").text().text()).isEqualTo("\nc: " + value.charAt(0) + "\n");
    }
  }

  private static RenderedTemplate named(List<RenderedTemplate> templates, String name) {
    return templates.stream()
        .filter(template -> template.name().endsWith("/" + name + ".yaml"))
        .findFirst()
        .orElseThrow();
  }

  private static String origin(RenderedTemplate template, String part) {
    int start = template.text().text().indexOf(part);
    return template
        .origins()
        .of(new Span(start, start + part.length()))
        .orElseThrow()
        .location()
        .toString();
  }

  private static Workspace workspace(FileTree files) {
    return new Workspace(files, AnalysisOptions.none(), TODAY);
  }

  private static Analyzer analyzer() {
    return new Analyzer(new RuleCatalog(List.of()), List.of());
  }

  /** Another scalar, another line above, a line less, or a line twice. */
  private static String edited(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(lines.size());
    switch (random.nextInt(6)) {
      case 0 -> lines.add(at, "# a comment that moves what stands below");
      case 1 -> lines.remove(at);
      case 2 -> lines.add("another" + random.nextInt(3) + ": " + random.nextInt(9));
      case 3 -> lines.set(at, lines.get(at).replaceFirst(": (\\w)", ": 1$1"));
      default ->
          lines.set(at, lines.get(at).replaceFirst("(\\d+|true|false)", "" + random.nextInt(99)));
    }
    return lines.isEmpty() ? "{}\n" : String.join("\n", lines) + "\n";
  }

  private static List<RenderedTemplate> rendered(AnalysisResult result) {
    return result.estate().releases().stream()
        .flatMap(release -> release.rendered().stream())
        .flatMap(rendered -> rendered.templates().stream())
        .toList();
  }

  /** Everything that can be asked of what the templates wrote. */
  private static List<String> templates(AnalysisResult result) {
    List<String> all = new ArrayList<>();
    for (ReleaseInstance release : result.estate().releases()) {
      all.add(release.cell() + ": " + release.render().map(RememberedTemplatesTest::outcome));
      for (RenderedTemplate template :
          release.rendered().map(RenderedChart::templates).orElse(List.of())) {
        all.add(template.name() + "\n" + template.text().text());
        SourceFile text = new SourceFile(template.name(), template.text().text());
        OriginFinder origins = template.origins();
        for (int line = 1; line <= text.lines().lineCount(); line++) {
          Span span = text.lines().line(line);
          all.add(line + " " + origins.of(span) + " " + names(origins.dependencies(span)));
          all.add(line + " " + origins.ofMissing(span, "replicas"));
        }
      }
    }
    return all;
  }

  private static String outcome(Object outcome) {
    return outcome instanceof RenderedChart ? "rendered" : outcome.toString();
  }

  private static String names(Dependencies dependencies) {
    return Stream.of(dependencies.data(), dependencies.control())
        .map(sources -> sources.stream().map(RememberedTemplatesTest::name).sorted().toList())
        .map(List::toString)
        .collect(Collectors.joining(" because "));
  }

  private static String name(Source source) {
    return switch (source) {
      case Source.ValuesKey(Source.ValuesNode node) -> "key " + node;
      case Source.MissingKey missing ->
          "no " + missing.key() + " in " + missing.parent() + missing.deletedBy();
      default -> source.toString();
    };
  }

  private static List<String> valuesFiles(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> path.toString().endsWith(".yaml"))
          .map(path -> root.relativize(path).toString())
          .filter(path -> !path.contains("templates/") && !path.contains("Chart"))
          .filter(path -> !path.startsWith("expected"))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
