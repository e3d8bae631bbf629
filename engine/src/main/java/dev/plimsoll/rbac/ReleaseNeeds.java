package dev.plimsoll.rbac;

import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.helmfile.ReleaseDefaults;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.rbac.DeployNeeds.Deployment;
import dev.plimsoll.render.KubeVersion;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an account needs that deploys releases of an estate. */
public final class ReleaseNeeds {

  private final Estate estate;
  private final HelmVersion helm;
  private final String storage;
  private final Map<KubeVersion, ResourceNames> names = new HashMap<>();

  /**
   * @param helm what deploys
   * @param storage where Helm keeps its releases: {@code secrets} or {@code configmaps}; empty for
   *     a database
   */
  public ReleaseNeeds(Estate estate, HelmVersion helm, String storage) {
    this.estate = estate;
    this.helm = helm;
    this.storage = storage;
  }

  /**
   * How a release is deployed, as far as its helmfile says it; one of the project is waited for.
   */
  public Deployment deployment(ReleaseInstance release) {
    Optional<ReleaseDefaults> said = release.helmfile().map(ReleaseDefaults::of);
    boolean waits = said.map(ReleaseDefaults::waits).orElse(true);
    boolean creates = said.map(found -> found.flag("createNamespace").orElse(true)).orElse(false);
    return new Deployment(helm, storage, release.namespace(), waits, creates);
  }

  /** What a release needs; empty if it cannot be rendered. */
  public Optional<DeployNeeds> of(ReleaseInstance release, Deployment how) {
    return release
        .rendered()
        .map(rendered -> {
          List<KubernetesObject> objects = new ArrayList<>();
          for (Manifest manifest : rendered.objects()) {
            objects.addAll(KubernetesObject.of(manifest));
          }
          return of(release, how, objects);
        });
  }

  /** The same where its objects are known. */
  public DeployNeeds of(ReleaseInstance release, Deployment how, List<KubernetesObject> objects) {
    RenderedChart rendered = release.rendered().orElseThrow();
    List<KubernetesObject> definitions = new ArrayList<>();
    collect(rendered.chart(), definitions);
    return DeployNeeds.of(
        how, objects, definitions, names.computeIfAbsent(rendered.kubernetes(), this::names));
  }

  /** The definitions of all charts and files: what one release defines, another may have. */
  private ResourceNames names(KubeVersion kubernetes) {
    List<KubernetesObject> definitions = new ArrayList<>();
    for (YamlFile file : estate.plainFiles().manifests()) {
      definitions.addAll(KubernetesObject.of(file));
    }
    for (ReleaseInstance release : estate.releases()) {
      release
          .rendered()
          .ifPresent(rendered -> {
            collect(rendered.chart(), definitions);
            for (Manifest manifest : rendered.objects()) {
              if (manifest.head().kind().equals("CustomResourceDefinition")) {
                definitions.addAll(KubernetesObject.of(manifest));
              }
            }
          });
    }
    return new ResourceNames(kubernetes, definitions);
  }

  private static void collect(EnabledChart chart, List<KubernetesObject> definitions) {
    for (ChartFile file : chart.chart().crds()) {
      if (file.content() instanceof FileContent.Text(SourceFile text)) {
        definitions.addAll(KubernetesObject.of(YamlParser.parse(text)));
      }
    }
    chart.subcharts().forEach(each -> collect(each, definitions));
  }
}
