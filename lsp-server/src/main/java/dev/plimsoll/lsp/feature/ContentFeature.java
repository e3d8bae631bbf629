package dev.plimsoll.lsp.feature;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.lsp.protocol.Addresses;
import dev.plimsoll.lsp.workspace.Analysed;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.render.RenderFailure;
import dev.plimsoll.render.RenderOutcome;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.Coalesced;
import dev.plimsoll.values.MapValue;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The documents that the server provides: effective values and rendered manifests of a release in
 * an environment, with the origin of each line, and the members of archives. No secret is in them.
 */
public final class ContentFeature {

  private final List<Analysed> roots;

  /**
   * @param roots every root that has been analysed
   */
  public ContentFeature(List<Analysed> roots) {
    this.roots = roots;
  }

  /** The text of a document; empty if it is none of ours. */
  public Optional<String> of(String uri) {
    if (uri.startsWith(Addresses.ARCHIVE_SCHEME + ":")) {
      return member(uri);
    }
    return VirtualUris.parse(uri).flatMap(this::shown);
  }

  private Optional<String> shown(VirtualUris.Shown shown) {
    return switch (shown) {
      case VirtualUris.Shown.Values(Affected cell) -> of(cell, ContentFeature::values);
      case VirtualUris.Shown.Manifests(Affected cell) -> of(cell, ContentFeature::manifest);
      case VirtualUris.Shown.Side side ->
          of(side.left(), ContentFeature::masked)
              .flatMap(left ->
                  of(side.right(), ContentFeature::masked)
                      .map(right -> compared(side, left, right)));
    };
  }

  /** The head is the same on both sides, too: a title says which is which. */
  private static String compared(VirtualUris.Shown.Side side, MapValue left, MapValue right) {
    return "# What the templates of "
        + side.left()
        + " and "
        + side.right()
        + " see.\n"
        + ComparedValues.of(left, right).side(side.isLeft());
  }

  private <T> Optional<T> of(Affected cell, BiFunction<Analysed, ReleaseInstance, T> content) {
    for (Analysed analysed : roots) {
      for (ReleaseInstance release : analysed.result().estate().releases()) {
        if (release.cell().equals(cell)) {
          return Optional.of(content.apply(analysed, release));
        }
      }
    }
    return Optional.empty();
  }

  /** Effective values with their origins. */
  static String values(Analysed analysed, ReleaseInstance release) {
    return "# What the templates of "
        + release.cell()
        + " see.\n"
        + OriginComments.ofValues(masked(analysed, release));
  }

  private static MapValue masked(Analysed analysed, ReleaseInstance release) {
    return analysed.secrets().mask(release.effective().values());
  }

  /** Rendered with masked values, so that no template can write a secret in another form. */
  static String manifest(Analysed analysed, ReleaseInstance release) {
    MapValue values = release.effective().values();
    MapValue masked = analysed.secrets().mask(values);
    Optional<RenderOutcome> outcome =
        masked.equals(values)
            ? release.render()
            : Optional.of(release.again().apply(new Coalesced(masked, List.of())));
    StringBuilder text = new StringBuilder("# What Helm makes of " + release.cell() + ".\n");
    if (outcome.isEmpty()) {
      return text.append("# It could not be rendered.\n").toString();
    }
    switch (outcome.get()) {
      case RenderFailure failure -> {
        text.append("# It cannot be rendered:\n");
        failure
            .diagnostics()
            .forEach(found ->
                text.append("# ")
                    .append(found.location())
                    .append(": ")
                    .append(found.message().replace("\n", "\n# "))
                    .append('\n'));
      }
      case RenderedChart rendered -> {
        for (Manifest manifest : rendered.objects()) {
          text.append("---\n# Source: ").append(manifest.source()).append('\n');
          text.append(OriginComments.ofManifest(manifest));
        }
      }
    }
    return text.toString();
  }

  /** The member of an archive that some chart was read from. */
  private Optional<String> member(String uri) {
    String wanted = uri.substring(uri.lastIndexOf("!/") + 2);
    String archive = uri.substring(0, Math.max(0, uri.lastIndexOf("!/")));
    for (Analysed analysed : roots) {
      for (Chart chart : analysed.result().estate().charts()) {
        Optional<String> found = member(chart, archive, wanted);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> member(Chart chart, String archive, String wanted) {
    int mark = chart.path().indexOf('!');
    boolean isThere =
        mark >= 0
            && archive.endsWith("/" + chart.path().substring(0, mark))
            && wanted.startsWith(chart.path().substring(mark + 1) + "/");
    if (isThere) {
      String name = wanted.substring(chart.path().substring(mark + 1).length() + 1);
      if (name.equals("values.yaml")) {
        return chart.values().map(values -> values.source().text());
      }
      if (name.equals("Chart.yaml")) {
        return Optional.of(chart.chartYaml().source().text());
      }
      if (name.equals("values.schema.json")) {
        return chart.schema().map(schema -> schema.text());
      }
      for (List<ChartFile> files : List.of(chart.templates(), chart.crds(), chart.files())) {
        for (ChartFile file : files) {
          if (file.name().equals(name)
              && file.content() instanceof FileContent.Text(SourceFile source)) {
            return Optional.of(source.text());
          }
        }
      }
    }
    for (Chart subchart : chart.subcharts()) {
      Optional<String> found = member(subchart, archive, wanted);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
