package dev.plimsoll.lsp.feature;

import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.lsp.feature.Layers.TemplateUse;
import dev.plimsoll.lsp.feature.Layers.Use;
import dev.plimsoll.lsp.feature.TemplateScan.ValueReference;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValueHistory;
import dev.plimsoll.values.ValuePath;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * In values, what a value wins over; in templates, what a value is in the environment that is
 * shown.
 */
public final class InlayHintFeature {

  private static final int MAX_HINTS = 500;

  private final Context context;
  private final Layers layers;
  private final List<InlayHint> hints = new ArrayList<>();

  public InlayHintFeature(Context context) {
    this.context = context;
    this.layers = new Layers(context);
  }

  public List<InlayHint> in(Range range) {
    Span span = context.adapter().span(context.source(), range);
    if (Documents.isTemplate(context)) {
      template(span);
    } else {
      values(span);
    }
    return hints;
  }

  private void template(Span span) {
    List<TemplateUse> uses = layers.ofTemplate(context.path());
    Optional<ReleaseInstance> shown =
        layers.shown(uses.stream().map(TemplateUse::release).toList());
    Optional<TemplateUse> use =
        uses.stream().filter(each -> shown.filter(each.release()::equals).isPresent()).findFirst();
    if (use.isEmpty()) {
      return;
    }
    MapValue values = context.analysed().secrets().mask(use.get().release().effective().values());
    String environment = use.get().release().cell().environment();
    for (TemplateScan.Reference reference : TemplateScan.of(context.source()).references()) {
      if (reference instanceof ValueReference(ValuePath path, Span at, boolean isLast)
          && isLast
          && !path.steps().isEmpty()
          && !hasIndex(path)
          && span.contains(at)
          && hints.size() < MAX_HINTS) {
        Optional<Value> value = use.get().scope().join(path).in(values);
        add(
            at.end(),
            "= " + value.map(ValueWords::of).orElse("nothing"),
            "In " + environment + ", for " + use.get().release().cell().release() + ".");
      }
    }
  }

  private static boolean hasIndex(ValuePath path) {
    return path.steps().stream().anyMatch(ValuePath.Index.class::isInstance);
  }

  private void values(Span span) {
    List<Use> uses = layers.ofValues(context.path());
    if (!uses.isEmpty()) {
      entries(context.document().yaml().firstRoot(), ValuePath.ROOT, uses.getFirst(), span);
    }
  }

  private void entries(@Nullable YamlNode node, ValuePath path, Use use, Span span) {
    if (!(node instanceof YamlMapping mapping)) {
      return;
    }
    for (YamlEntry entry : mapping.entries()) {
      context.cancel().checkCanceled();
      Optional<String> key = entry.keyText();
      boolean isOutside = entry.span().end() < span.start() || entry.span().start() > span.end();
      if (key.isEmpty() || isOutside || hints.size() >= MAX_HINTS) {
        continue;
      }
      ValuePath own = path.key(key.get());
      if (entry.value() instanceof YamlScalar scalar) {
        below(use, own, scalar)
            .ifPresent(lost ->
                add(
                    scalar.span().end(),
                    "over " + ValueWords.of(lost.value()),
                    "`" + lost.layer().label() + "` says so."));
      } else {
        entries(entry.value(), own, use, span);
      }
    }
  }

  /** What the next weaker layer says. */
  private Optional<ValueHistory.Entry> below(Use use, ValuePath path, YamlScalar scalar) {
    List<ValueHistory.Entry> entries =
        ValueHistory.of(
                context.analysed().secrets().mask(use.release().effective().values()),
                use.absolute(path))
            .entries();
    for (int i = 0; i + 1 < entries.size(); i++) {
      ValueHistory.Entry entry = entries.get(i);
      if (entry.location().file().path().equals(context.path())
          && entry.location().span().equals(scalar.span())) {
        return Optional.of(entries.get(i + 1));
      }
    }
    return Optional.empty();
  }

  private void add(int offset, String label, String tooltip) {
    InlayHint hint =
        new InlayHint(context.adapter().position(context.source(), offset), Either.forLeft(label));
    hint.setPaddingLeft(true);
    hint.setTooltip(tooltip);
    hints.add(hint);
  }
}
