package dev.plimsoll.template.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds for every text, broken or not. */
final class TemplateTextTest {

  @Property(tries = 500, seed = "5")
  void textOutsideOfActionsStays(@ForAll("texts") List<String> texts) {
    String template = String.join("{{ .a }}", texts);
    TemplateFile file = Templates.parse(template);
    assertThat(file.errors()).isEmpty();
    StringBuilder all = new StringBuilder();
    for (TemplateNode node : file.body().nodes()) {
      all.append(node instanceof TemplateNode.Text text ? text.text() : "{{ .a }}");
    }
    assertThat(all).hasToString(template);
  }

  @Property(tries = 2000, seed = "6")
  void everySpanLiesInTheText(@ForAll("templates") String text) {
    TemplateFile file = Templates.parse(text);
    assertThat(file.errors()).noneMatch(error -> error.message().contains("not understood"));
    file.errors().forEach(error -> assertThat(error.span().in(text)).isNotNull());
    check(file.body(), text);
    file.definitions().forEach(definition -> check(definition.body(), text));
  }

  @Property(tries = 1000, seed = "7")
  void anyCharactersMayStandInAnAction(@ForAll String inner) {
    Templates.parse("{{ " + inner + " }}");
    Templates.parse("{{" + inner);
    Templates.parse("{{ \"" + inner + "\" }}{{ `" + inner + "` }}");
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.strings()
        .ofMaxLength(20)
        .map(text -> text.replace("{", "").replace("}", ""))
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<String> templates() {
    return TemplateMutator.templates();
  }

  /** Nodes stand in their block, in order, and text is the text there. */
  private static void check(TemplateNode.Block block, String text) {
    int end = block.span().start();
    for (TemplateNode node : block.nodes()) {
      Span span = node.span();
      assertThat(span.start()).isGreaterThanOrEqualTo(end);
      assertThat(span.end()).isLessThanOrEqualTo(text.length());
      end = span.end();
      if (node instanceof TemplateNode.Text literal) {
        assertThat(span.in(text)).isEqualTo(literal.text());
      }
      inner(node).forEach(inner -> check(inner, text));
    }
  }

  private static List<TemplateNode.Block> inner(TemplateNode node) {
    List<TemplateNode.Block> blocks = new ArrayList<>();
    switch (node) {
      case TemplateNode.If branch -> add(blocks, branch.body(), branch.otherwise());
      case TemplateNode.With branch -> add(blocks, branch.body(), branch.otherwise());
      case TemplateNode.Range branch -> add(blocks, branch.body(), branch.otherwise());
      case TemplateNode.Text _,
          TemplateNode.Action _,
          TemplateNode.Call _,
          TemplateNode.Comment _,
          TemplateNode.Break _,
          TemplateNode.Continue _ -> {}
    }
    return blocks;
  }

  private static void add(
      List<TemplateNode.Block> blocks,
      TemplateNode.Block body,
      TemplateNode.@Nullable Block otherwise) {
    blocks.add(body);
    if (otherwise != null) {
      blocks.add(otherwise);
    }
  }
}
