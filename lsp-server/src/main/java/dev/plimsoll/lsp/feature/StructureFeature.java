package dev.plimsoll.lsp.feature;

import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.syntax.TemplateNode;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SelectionRange;
import org.jspecify.annotations.Nullable;

/** What belongs together in a document: for folding, and for selecting more and more. */
public final class StructureFeature {

  private static final int MAX_FOLDS = 5_000;

  private final Context context;

  public StructureFeature(Context context) {
    this.context = context;
  }

  /** What can be folded. */
  public List<FoldingRange> folds() {
    LineIndex lines = context.source().lines();
    List<FoldingRange> folds = new ArrayList<>();
    for (Span span : new TreeSet<>(spans())) {
      int start = lines.lineOf(span.start());
      int end = lines.lineOf(Math.max(span.start(), span.end() - 1));
      if (end > start && folds.size() < MAX_FOLDS) {
        folds.add(new FoldingRange(start - 1, end - 1));
      }
    }
    return folds;
  }

  /** For each place what is around it, from the inside outwards. */
  public List<SelectionRange> selections(List<Position> positions) {
    List<Span> spans = spans();
    spans.add(new Span(0, context.source().text().length()));
    List<SelectionRange> selections = new ArrayList<>();
    for (Position position : positions) {
      int offset = context.offset(position);
      List<Span> around =
          spans.stream()
              .filter(span -> span.touches(offset))
              .distinct()
              .sorted((one, other) -> Integer.compare(other.length(), one.length()))
              .toList();
      SelectionRange outer = null;
      Span last = null;
      for (Span span : around) {
        if (last == null || (last.contains(span) && !last.equals(span))) {
          SelectionRange inner =
              new SelectionRange(context.adapter().range(context.source(), span), outer);
          outer = inner;
          last = span;
        }
      }
      selections.add(outer);
    }
    return selections;
  }

  private List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    if (Documents.isTemplate(context)) {
      TemplateFile file = TemplateScan.of(context.source()).file();
      block(file.body(), spans);
      for (TemplateFile.Definition definition : file.definitions()) {
        spans.add(definition.span());
        block(definition.body(), spans);
      }
      return spans;
    }
    for (YamlDocument document : context.document().yaml().documents()) {
      yaml(document.root(), spans);
    }
    return spans;
  }

  private static void yaml(@Nullable YamlNode node, List<Span> spans) {
    if (node == null) {
      return;
    }
    spans.add(node.span());
    if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        spans.add(entry.span());
        spans.add(entry.key().span());
        yaml(entry.value(), spans);
      }
    } else if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(item -> yaml(item, spans));
    }
  }

  private static void block(TemplateNode.@Nullable Block block, List<Span> spans) {
    if (block == null) {
      return;
    }
    for (TemplateNode node : block.nodes()) {
      switch (node) {
        case TemplateNode.If branch -> {
          spans.add(branch.span());
          spans.add(branch.head());
          block(branch.body(), spans);
          block(branch.otherwise(), spans);
        }
        case TemplateNode.With branch -> {
          spans.add(branch.span());
          spans.add(branch.head());
          block(branch.body(), spans);
          block(branch.otherwise(), spans);
        }
        case TemplateNode.Range loop -> {
          spans.add(loop.span());
          spans.add(loop.head());
          block(loop.body(), spans);
          block(loop.otherwise(), spans);
        }
        case TemplateNode.Action action -> {
          spans.add(action.span());
          spans.add(action.pipeline().span());
        }
        case TemplateNode.Comment comment -> spans.add(comment.span());
        case TemplateNode.Text _,
            TemplateNode.Break _,
            TemplateNode.Continue _,
            TemplateNode.Call _ -> {}
      }
    }
  }
}
