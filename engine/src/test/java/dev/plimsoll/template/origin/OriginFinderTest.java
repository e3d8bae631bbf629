package dev.plimsoll.template.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Site;
import dev.plimsoll.template.value.TextBuilder;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.template.value.ValuesView;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.yaml.YamlParser;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class OriginFinderTest {

  private static final String VALUES =
      """
      image:
        repository: shop
        tag: "1.2"
      pdb:
        enabled: false
      resources:
        limits:
          cpu: 2
      script: |
        first
          second
      """;

  private static final SourceFile TEMPLATE =
      new SourceFile(
          "templates/t.yaml",
          """
          image: {{ .Values.image.repository }}:{{ .Values.image.tag }}
          kind: Deployment
          {{ if .Values.pdb.enabled }}
          budget: 1
          {{ end }}
          """);

  private final GoMap values = open(VALUES);
  private final TextBuilder out = new TextBuilder();

  @Test
  void aValueThatConsistsOfOneLeafPointsAtIt() {
    literal("image: ");
    action("{{ .Values.image.tag }}", text("image", "tag"));
    SpanOrigin origin = find(7, 10);
    assertThat(origin.location()).hasToString("values.yaml:3:8");
    assertThat(origin.precision()).isEqualTo(Precision.EXACT);
    assertThat(origin.writtenBy().orElseThrow()).hasToString("templates/t.yaml:1:39");
    assertThat(origin.valuesNode().orElseThrow().path()).isEqualTo("image.tag");
  }

  @Test
  void aValueOfSeveralLeavesPointsAtTheLongest() {
    action("{{ .Values.image.repository }}", text("image", "repository"));
    literal(":");
    action("{{ .Values.image.tag }}", text("image", "tag"));
    SpanOrigin origin = find(0, 8);
    assertThat(origin.location()).hasToString("values.yaml:2:15");
    assertThat(origin.precision()).isEqualTo(Precision.APPROXIMATE);
    assertThat(find(5, 8).location()).hasToString("values.yaml:3:8");
  }

  @Test
  void literalTextPointsIntoTheTemplate() {
    literal("kind: Deployment");
    SpanOrigin origin = find(6, 16);
    assertThat(origin.location()).hasToString("templates/t.yaml:2:7");
    assertThat(origin.location().range().end().column()).isEqualTo(17);
    assertThat(origin.writtenBy()).isEmpty();
    assertThat(origin.valuesNode()).isEmpty();
  }

  @Test
  void aPartOfABlockScalarPointsAtItsLine() {
    TracedText script = text("script");
    action("{{ .Values.image.tag }}", script);
    int second = script.text().indexOf("second");
    SpanOrigin origin = find(second, second + "second".length());
    assertThat(origin.location()).hasToString("values.yaml:11:5");
    assertThat(origin.location().range().end().column()).isEqualTo(11);
  }

  @Test
  void aMissingFieldPointsAtTheConditionThatFailed() {
    literal("kind: Deployment");
    int start = TEMPLATE.text().indexOf("{{ if");
    Site block = new Site(TEMPLATE, new Span(start, TEMPLATE.text().indexOf("{{ end }}") + 9));
    out.control(out.length(), block, at("pdb", "enabled").trace(), false);
    SpanOrigin origin = missing(0, 16, "budget");
    assertThat(origin.location()).hasToString("values.yaml:5:12");
    assertThat(origin.precision()).isEqualTo(Precision.EXACT);
    assertThat(origin.writtenBy().orElseThrow()).hasToString("templates/t.yaml:3:1");
    // A block that does not write the field has nothing to do with it.
    assertThat(missing(0, 16, "replicas").location()).hasToString("templates/t.yaml:2:1");
  }

  @Test
  void aMissingFieldPointsAtTheMapThatItsParentWasMadeOf() {
    out.write(
        new TextBuilder()
            .append("cpu: ", at("resources", "limits").trace())
            .append("2", at("resources", "limits", "cpu").trace())
            .build(),
        site("{{ .Values.image.tag }}"));
    SpanOrigin origin = missing(0, 6, "memory");
    assertThat(origin.location()).hasToString("values.yaml:7:3");
    assertThat(origin.precision()).isEqualTo(Precision.EXACT);
  }

  @Test
  void aMissingFieldOfAParentInTheTemplatePointsThereApproximately() {
    literal("kind: Deployment");
    SpanOrigin origin = missing(0, 16, "spec");
    assertThat(origin.location()).hasToString("templates/t.yaml:2:1");
    assertThat(origin.precision()).isEqualTo(Precision.APPROXIMATE);
  }

  @Test
  void textThatTplWasGivenPointsToWhereTheTextCameFrom() {
    TracedText given = text("script");
    SourceFile file = new SourceFile("tpl", given.text());
    out.append("first", new Site(file, new Span(0, 5), given), Trace.NONE, 0);
    assertThat(find(0, 5).location()).hasToString("values.yaml:10:3");
  }

  @Test
  void dependenciesIncludeTheConditionsAround() {
    int start = out.length();
    action("{{ .Values.image.tag }}", text("image", "tag"));
    out.control(start, site("{{ .Values.image.tag }}"), at("pdb", "enabled").trace(), true);
    Dependencies found = new OriginFinder(out.build()).dependencies(new Span(0, 3));
    assertThat(found.data()).hasToString("[image.tag at values.yaml:3:8]");
    assertThat(found.control()).hasToString("[pdb.enabled at values.yaml:5:12]");
  }

  private SpanOrigin find(int start, int end) {
    return new OriginFinder(out.build()).of(new Span(start, end)).orElseThrow();
  }

  private SpanOrigin missing(int start, int end, String field) {
    return new OriginFinder(out.build()).ofMissing(new Span(start, end), field).orElseThrow();
  }

  private void literal(String text) {
    out.append(text, site(text), Trace.NONE, 0);
  }

  private void action(String source, TracedText result) {
    out.write(result, site(source));
  }

  private static Site site(String text) {
    int start = Math.max(0, TEMPLATE.text().indexOf(text));
    return new Site(TEMPLATE, new Span(start, start + text.length()));
  }

  private TracedText text(String... path) {
    return ((GoString) at(path)).content();
  }

  private GoValue at(String... path) {
    GoValue value = values;
    for (String step : path) {
      value = Objects.requireNonNull(((GoMap) value).get(step));
    }
    return value;
  }

  private static GoMap open(String text) {
    SourceFile file = new SourceFile("values.yaml", text);
    return new ValuesView(true)
        .open(
            LayerReader.read(
                    YamlParser.parse(file),
                    new Layer(Layer.Kind.VALUES_FILE, file),
                    HelmVersion.NEWEST,
                    diagnostic -> {
                      throw new AssertionError(diagnostic);
                    })
                .root());
  }
}
