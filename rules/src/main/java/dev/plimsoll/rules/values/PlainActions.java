package dev.plimsoll.rules.values;

import dev.plimsoll.rules.template.ChartTemplates;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.syntax.Operand;
import dev.plimsoll.template.syntax.Pipeline;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.syntax.TemplateNode;
import dev.plimsoll.template.value.Site;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The actions that print a value as it is or in another form, with nothing in them that would be
 * content with a missing one.
 */
final class PlainActions {

  /** Functions that only change the form of a text. */
  private static final Set<String> FORMATS =
      Set.of(
          "quote",
          "squote",
          "toString",
          "trim",
          "trimAll",
          "trimSuffix",
          "trimPrefix",
          "trunc",
          "upper",
          "lower",
          "title",
          "indent",
          "nindent",
          "b64enc",
          "replace",
          "kebabcase",
          "snakecase",
          "camelcase");

  private final Map<SourceFile, Set<Span>> plain = new HashMap<>();

  private PlainActions() {}

  static PlainActions of(List<ChartTemplates> templates) {
    PlainActions actions = new PlainActions();
    for (ChartTemplates each : templates) {
      TemplateFile file = each.template();
      Set<Span> spans = actions.plain.computeIfAbsent(file.source(), _ -> new HashSet<>());
      add(file.body(), spans);
      file.definitions().forEach(definition -> add(definition.body(), spans));
    }
    return actions;
  }

  boolean isPlain(Site site) {
    return site.given() == null && plain.getOrDefault(site.file(), Set.of()).contains(site.span());
  }

  // The parser bounds the depth of blocks, so recursion is safe.
  private static void add(TemplateNode.@Nullable Block block, Set<Span> spans) {
    if (block == null) {
      return;
    }
    for (TemplateNode node : block.nodes()) {
      switch (node) {
        case TemplateNode.Action(Span span, Pipeline pipeline) -> {
          if (pipeline.declared().isEmpty() && isPlain(pipeline)) {
            spans.add(span);
          }
        }
        case TemplateNode.If branch -> {
          add(branch.body(), spans);
          add(branch.otherwise(), spans);
        }
        case TemplateNode.With branch -> {
          add(branch.body(), spans);
          add(branch.otherwise(), spans);
        }
        case TemplateNode.Range loop -> {
          add(loop.body(), spans);
          add(loop.otherwise(), spans);
        }
        case TemplateNode.Call _,
            TemplateNode.Text _,
            TemplateNode.Comment _,
            TemplateNode.Break _,
            TemplateNode.Continue _ -> {}
      }
    }
  }

  private static boolean isPlain(Pipeline pipeline) {
    return pipeline.commands().stream()
        .flatMap(command -> command.arguments().stream())
        .allMatch(PlainActions::isPlain);
  }

  private static boolean isPlain(Operand operand) {
    return switch (operand) {
      case Operand.Function function -> FORMATS.contains(function.name());
      case Operand.Nested nested -> isPlain(nested.pipeline());
      case Operand.Chain chain -> isPlain(chain.of());
      case Operand.Field _,
          Operand.Variable _,
          Operand.Dot _,
          Operand.Nil _,
          Operand.Bool _,
          Operand.Numeral _,
          Operand.Text _ ->
          true;
    };
  }
}
