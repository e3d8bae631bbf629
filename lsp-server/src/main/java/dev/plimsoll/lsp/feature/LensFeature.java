package dev.plimsoll.lsp.feature;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.AffectsText;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.lsp.feature.Layers.Use;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;

/** Above a values file: which releases it is a layer of, and a way to what they come to. */
public final class LensFeature {

  private final Context context;
  private final Layers layers;

  public LensFeature(Context context) {
    this.context = context;
    this.layers = new Layers(context);
  }

  public List<CodeLens> all() {
    if (Documents.isTemplate(context)) {
      return template();
    }
    List<Affected> cells = new ArrayList<>();
    for (Use use : layers.ofValues(context.path())) {
      cells.add(use.release().cell());
    }
    if (cells.isEmpty()) {
      return List.of();
    }
    return List.of(
        lens("Used by " + AffectsText.of(cells), "", ""),
        lens("Effective values", Commands.EFFECTIVE_VALUES, VirtualUris.values(shown(cells))));
  }

  private List<CodeLens> template() {
    List<Affected> cells =
        layers.ofTemplate(context.path()).stream().map(use -> use.release().cell()).toList();
    return cells.isEmpty()
        ? List.of()
        : List.of(
            lens(
                "Rendered for " + AffectsText.of(List.of(shown(cells))),
                Commands.RENDERED_MANIFEST,
                VirtualUris.manifest(shown(cells))));
  }

  private Affected shown(List<Affected> cells) {
    List<ReleaseInstance> releases =
        context.analysed().result().estate().releases().stream()
            .filter(release -> cells.contains(release.cell()))
            .toList();
    return layers.shown(releases).map(ReleaseInstance::cell).orElse(cells.getFirst());
  }

  private CodeLens lens(String title, String command, String argument) {
    CodeLens lens = new CodeLens(context.adapter().range(context.source(), Span.at(0)));
    lens.setCommand(
        new Command(title, command, argument.isEmpty() ? List.of() : List.of((Object) argument)));
    return lens;
  }
}
