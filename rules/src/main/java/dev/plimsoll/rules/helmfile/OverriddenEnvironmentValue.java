package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.rules.estate.LayerStack;
import dev.plimsoll.rules.estate.OverrideWalk;
import dev.plimsoll.rules.values.Content;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values for all environments that stand behind those of one and override them. */
public final class OverriddenEnvironmentValue extends ReleaseRule {

  public OverriddenEnvironmentValue() {
    super("overridden-environment-value");
  }

  /**
   * A value of the environment that another file overrides.
   *
   * @param path of the value
   */
  private record Overridden(ValuePath path, Value value) {}

  @Override
  void check(Release release) {
    Optional<ReleaseInstance> instance = release.instance(release.get());
    List<ReleaseInstance> others =
        release.siblings().values().stream()
            .flatMap(sibling -> release.instance(sibling).stream())
            .toList();
    if (instance.isEmpty() || others.isEmpty()) {
      return;
    }
    List<SourceFile> own = new ArrayList<>();
    Set<SourceFile> seen = new HashSet<>();
    for (Located<String> entry : Spec.texts(release.spec(), "values")) {
      Optional<LayerValues> layer = ValuesEntry.layer(instance.get(), entry.value());
      // A file that is there twice is reported as such.
      if (layer.isEmpty() || !seen.add(layer.get().layer().file())) {
        continue;
      }
      long users = others.stream().filter(other -> uses(other, layer.get())).count();
      if (users == 0 && EnvironmentPath.names(entry.value(), release.environment().name())) {
        own.add(layer.get().layer().file());
      } else if (users == others.size()) {
        overridden(instance.get(), others, layer.get(), own)
            .ifPresent(found -> report(release, entry, found));
      }
    }
  }

  private static void report(Release release, Located<String> shared, Overridden found) {
    release.report(
        release
            .diagnostic(
                shared.location(),
                "These values are for all environments and stand behind those of the environment,"
                    + " so they override its `"
                    + found.path()
                    + "`; put them in front.")
            .withRelated(
                RelatedLocation.Role.OVERRIDDEN_LAYER,
                found.value().origin().location(),
                "This is what the environment says, without effect."));
  }

  /** The first value of the files of the environment that a later one decides otherwise. */
  private static Optional<Overridden> overridden(
      ReleaseInstance instance,
      List<ReleaseInstance> others,
      LayerValues later,
      List<SourceFile> own) {
    List<Overridden> found = new ArrayList<>();
    MapValue effective = instance.effective().values();
    OverrideWalk.visit(
        new LayerStack(instance, List.of()),
        later,
        (path, written, below) -> {
          Optional<Value> hidden =
              below.stream()
                  .filter(value -> own.contains(value.origin().layer().file()))
                  .findFirst();
          boolean decides =
              path.in(effective)
                  .filter(value -> value.origin().equals(written.origin()))
                  .isPresent();
          if (hidden.isPresent()
              && decides
              && differs(written, hidden.get())
              && isSameEverywhere(path, written, later, others)) {
            found.add(new Overridden(path, hidden.get()));
          }
        });
    return found.stream().findFirst();
  }

  /** Maps are merged, and what differs in them is found there. */
  private static boolean differs(Value written, Value hidden) {
    return !(written instanceof MapValue)
        && !(hidden instanceof MapValue)
        && !Content.of(written).equals(Content.of(hidden));
  }

  /** A template that has another value for each environment overrides it on purpose. */
  private static boolean isSameEverywhere(
      ValuePath path, Value written, LayerValues layer, List<ReleaseInstance> others) {
    Content content = Content.of(written);
    return others.stream()
        .flatMap(other -> layer(other, layer).stream())
        .allMatch(
            other -> path.in(other.root()).map(Content::of).filter(content::equals).isPresent());
  }

  private static boolean uses(ReleaseInstance release, LayerValues layer) {
    return layer(release, layer).isPresent();
  }

  private static Optional<LayerValues> layer(ReleaseInstance release, LayerValues layer) {
    return release.layers().stream()
        .filter(other -> other.layer().file().equals(layer.layer().file()))
        .findFirst();
  }
}
