package dev.plimsoll.lsp.feature;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.RemoteChart;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.RemoteRelease;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.project.Environment;
import dev.plimsoll.source.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a release or an environment is, for a person to read. */
final class ReleaseWords {

  private static final int MAX_NAMED = 8;

  private final Context context;
  private final Estate estate;

  ReleaseWords(Context context) {
    this.context = context;
    this.estate = context.analysed().result().estate();
  }

  /** The environment or release that a place names. */
  String of(ProjectNames.Mention mention) {
    return switch (mention.kind()) {
      case ENVIRONMENT -> environment(mention.name());
      case RELEASE -> release(mention.name());
    };
  }

  private String environment(String name) {
    StringBuilder text = new StringBuilder("Environment `" + name + "`\n");
    Set<String> clusters = new LinkedHashSet<>();
    for (Environment environment : context.analysed().result().project().environments()) {
      if (environment.name().value().equals(name)) {
        text.append("\n- profile `").append(environment.profile().label()).append('`');
        environment.clusters().forEach(cluster -> clusters.add(cluster.value()));
      }
    }
    Set<String> releases = new LinkedHashSet<>();
    for (ReleaseInstance release : estate.releases()) {
      if (release.cell().environment().equals(name)) {
        releases.add(release.cell().release());
        clusters.add(release.cell().cluster());
      }
    }
    estate.helmfiles().environments().stream()
        .filter(environment -> environment.name().equals(name))
        .flatMap(environment -> environment.releases().stream())
        .forEach(release -> releases.add(release.name().value()));
    clusters.remove("");
    append(text, "cluster", clusters);
    append(text, "release", releases);
    return text.append('\n').toString();
  }

  private static void append(StringBuilder text, String what, Set<String> names) {
    if (!names.isEmpty()) {
      text.append("\n- ")
          .append(names.size() == 1 ? what : names.size() + " " + what + "s")
          .append(' ')
          .append(names(names));
    }
  }

  private String release(String name) {
    Map<String, Set<String>> environments = new LinkedHashMap<>();
    for (LoadedEnvironment environment : estate.helmfiles().environments()) {
      for (HelmfileRelease release : environment.releases()) {
        if (release.name().value().equals(name)) {
          add(environments, facts(environment.name(), release), environment.name());
        }
      }
    }
    for (ReleaseInstance release : estate.releases()) {
      if (release.helmfile().isEmpty() && release.cell().release().equals(name)) {
        add(environments, facts(release), release.cell().environment());
      }
    }
    StringBuilder text = new StringBuilder("Release `" + name + "`\n");
    environments.forEach(
        (facts, names) -> text.append("\n**").append(names(names)).append("**\n\n").append(facts));
    return environments.isEmpty()
        ? text.append("\nIt is in no environment.\n").toString()
        : text.toString();
  }

  private String facts(String environment, HelmfileRelease release) {
    List<String> facts = new ArrayList<>();
    facts.add("chart " + chart(environment, release));
    if (!release.namespace().value().isEmpty()) {
      facts.add("namespace `" + release.namespace().value() + "`");
    }
    release.kubeContext().ifPresent(context -> facts.add("context `" + context.value() + "`"));
    if (!release.needs().isEmpty()) {
      facts.add("needs " + needs(release));
    }
    if (!release.isEnabled()) {
      facts.add("left alone, since its condition is not true");
    } else if (!release.isInstalled()) {
      facts.add("not installed");
    }
    return list(facts);
  }

  private String facts(ReleaseInstance release) {
    List<String> facts = new ArrayList<>();
    facts.add("chart " + chart(release.chart()));
    facts.add("namespace `" + release.namespace() + "`");
    return list(facts);
  }

  /** What a release needs. */
  static String needs(HelmfileRelease release) {
    return names(release.needs().stream().map(Located::value).toList());
  }

  /** The chart of a release with its version, and where it comes from. */
  String chart(String environment, HelmfileRelease release) {
    Optional<Chart> here =
        estate.releases().stream()
            .filter(each -> each.cell().environment().equals(environment))
            .filter(
                each -> each.helmfile().filter(said -> said.id().equals(release.id())).isPresent())
            .map(ReleaseInstance::chart)
            .findFirst();
    if (here.isPresent()) {
      return chart(here.get());
    }
    Optional<RemoteChart> remote = RemoteRelease.chart(release);
    String name = "`" + release.chart().value() + "`";
    String version = release.version().isEmpty() ? "" : " `" + release.version() + "`";
    return remote
        .map(chart -> "`" + chart.name() + "`" + version + " of " + chart.repository())
        .orElse(name + version);
  }

  private String chart(Chart chart) {
    String version = chart.metadata().version().map(said -> " `" + said.value() + "`").orElse("");
    String uri = context.addresses().uri(chart.chartYaml().source());
    return "[" + chart.path() + "](" + uri + ")" + version;
  }

  private static String list(List<String> facts) {
    StringBuilder text = new StringBuilder();
    facts.forEach(fact -> text.append("- ").append(fact).append('\n'));
    return text.toString();
  }

  /** Adds an environment in which something holds. */
  static void add(Map<String, Set<String>> environments, String said, String environment) {
    environments.computeIfAbsent(said, _ -> new LinkedHashSet<>()).add(environment);
  }

  /** Names in a row, as far as there is room. */
  static String names(Collection<String> names) {
    List<String> shown = names.stream().limit(MAX_NAMED).map(name -> "`" + name + "`").toList();
    int more = names.size() - shown.size();
    return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
  }
}
