package dev.plimsoll.chart;

import dev.plimsoll.chart.ArchiveReader.RefusedArchive;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Order;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Builds a chart from its files, as Helm's {@code LoadFiles} does, except that it goes on where
 * Helm stops: what is broken is reported and left out.
 */
final class ChartAssembler {

  private static final String CHARTS = "charts/";
  private static final String TEMPLATES = "templates/";
  private static final String CRDS = "crds/";

  private final ArchiveReader archives;
  private final LoadLimits limits;

  ChartAssembler(ArchiveReader archives, LoadLimits limits) {
    this.archives = archives;
    this.limits = limits;
  }

  /**
   * Builds one chart.
   *
   * @param path of its folder, as people know it
   * @param depth how many charts it is inside of
   * @return empty if there is no {@code Chart.yaml} that could be read
   */
  Optional<Chart> assemble(String path, List<ChartMember> members, int depth, LoadLog log) {
    Map<String, ChartMember> byName = new LinkedHashMap<>();
    members.forEach(member -> byName.put(member.name(), member));
    Optional<YamlFile> chartYaml = yaml(byName, "Chart.yaml", log);
    if (chartYaml.isEmpty()) {
      if (!byName.containsKey("Chart.yaml")) {
        log.report(
            new SourceFile(FolderReader.join(path, "Chart.yaml"), "").start(), missing(byName));
      }
      return Optional.empty();
    }
    if (StructFields.of(chartYaml.get()).isEmpty()) {
      if (chartYaml.get().problems().isEmpty() && isEmpty(chartYaml.get())) {
        log.report(
            chartYaml.get().source().start(), "The file is empty, so Helm finds no chart here.");
      }
      return Optional.empty();
    }
    return Optional.of(build(path, byName, chartYaml.get(), depth, log));
  }

  private Chart build(
      String path, Map<String, ChartMember> byName, YamlFile chartYaml, int depth, LoadLog log) {
    Optional<YamlFile> requirements = yaml(byName, "requirements.yaml", log);
    ChartMetadata metadata = MetadataReader.metadata(chartYaml, requirements, lastSegment(path));
    Sorter files = new Sorter();
    byName.values().stream()
        .sorted(Order.by(ChartMember::name))
        .forEach(member -> files.sort(member, metadata));
    return new Chart(
        path,
        metadata,
        MetadataReader.description(chartYaml),
        chartYaml,
        text(byName, "values.yaml", log).map(YamlParser::parse),
        text(byName, "values.schema.json", log),
        lock(byName, chartYaml, requirements, metadata, log),
        files.templates,
        files.crds,
        files.others,
        subcharts(files.subcharts, metadata, depth, log));
  }

  private static String lastSegment(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1);
  }

  private static String missing(Map<String, ChartMember> byName) {
    boolean isFolder = byName.keySet().stream().anyMatch(name -> name.startsWith("Chart.yaml/"));
    return isFolder
        ? "`Chart.yaml` is a folder, so Helm finds no chart here."
        : "There is no `Chart.yaml`, so Helm finds no chart here.";
  }

  private static Optional<ChartLock> lock(
      Map<String, ChartMember> byName,
      YamlFile chartYaml,
      Optional<YamlFile> requirements,
      ChartMetadata metadata,
      LoadLog log) {
    Optional<YamlFile> chartLock = yaml(byName, "Chart.lock", log);
    Optional<YamlFile> requirementsLock = yaml(byName, "requirements.lock", log);
    // Helm reads both and keeps the second.
    Optional<YamlFile> used = requirementsLock.or(() -> chartLock);
    YamlFile declaring =
        requirements
            .filter(file -> StructFields.of(file).flatMap(f -> f.value("dependencies")).isPresent())
            .orElse(chartYaml);
    return used.flatMap(file ->
        MetadataReader.lock(
            file, DependencyDigest.sync(declaring, file, metadata.isFirstVersion())));
  }

  private List<Chart> subcharts(
      Map<String, List<ChartMember>> groups, ChartMetadata metadata, int depth, LoadLog log) {
    List<Chart> found = new ArrayList<>();
    groups.forEach((name, members) -> {
      if (name.startsWith("_") || name.startsWith(".")) {
        return;
      }
      LoadLog sublog = log.ofDependency(wanted(name, metadata));
      subchart(name, members, depth + 1, sublog).ifPresent(found::add);
    });
    return found;
  }

  private Optional<Chart> subchart(String name, List<ChartMember> members, int depth, LoadLog log) {
    String prefix = CHARTS + name + "/";
    ChartMember first = members.getFirst();
    if (depth > limits.chartDepth()) {
      log.report(
          first.placeholder().start(),
          "Charts nest more than %d deep here, what is below is not read."
              .formatted(limits.chartDepth()));
      return Optional.empty();
    }
    if (name.endsWith(".tgz")) {
      if (first.name().length() > CHARTS.length() + name.length()) {
        log.report(
            first.placeholder().start(),
            "`charts/%s` is a folder, but Helm wants an archive under such a name."
                .formatted(name));
        return Optional.empty();
      }
      return archive(first.path(), first.content().get(), depth, log);
    }
    if (!first.name().startsWith(prefix)) {
      log.report(
          first.placeholder().start(),
          "Helm takes every entry of `charts` for a chart and refuses the parent because this is none; move it away or let its name start with `_`.");
      return Optional.empty();
    }
    return assemble(
        first.path().substring(0, first.path().length() - first.name().length()) + CHARTS + name,
        members.stream().map(member -> member.below(prefix)).toList(),
        depth,
        log);
  }

  /**
   * Builds the chart of an archive.
   *
   * @param path of the archive, as people know it
   * @return empty if the archive is refused or holds no chart
   */
  Optional<Chart> archive(String path, FileContent content, int depth, LoadLog log) {
    Location location = new SourceFile(path, "").start();
    return switch (content) {
      case FileContent.Binary(byte[] bytes) -> {
        try {
          ArchiveReader.Content archive = archives.read(path, bytes);
          archive.remarks().forEach(remark -> log.reportUnread(location, remark));
          yield assemble(path + "!" + archive.root(), archive.members(), depth, log);
        } catch (RefusedArchive e) {
          log.reportUnread(location, e.reason());
          yield Optional.empty();
        }
      }
      case FileContent.Text _ -> {
        log.reportUnread(location, "This is no gzip-compressed archive, so Helm cannot load it.");
        yield Optional.empty();
      }
      case FileContent.Refused(String reason) -> {
        log.reportUnread(location, "The archive cannot be read: " + reason);
        yield Optional.empty();
      }
      case FileContent.Missing() -> {
        log.reportUnread(location, "There is no such chart.");
        yield Optional.empty();
      }
    };
  }

  /** Where the parent asks for the chart in {@code charts/<entry>}, judged by the name alone. */
  private static Optional<Location> wanted(String entry, ChartMetadata metadata) {
    return metadata.dependencies().stream()
        .filter(dependency -> !dependency.name().value().isEmpty())
        .filter(dependency ->
            entry.equals(dependency.name().value())
                || entry.startsWith(dependency.name().value() + "-"))
        .max(Order.byInt(dependency -> dependency.name().value().length()))
        .map(dependency -> dependency.name().location());
  }

  /** A file without which Helm cannot load the chart; each of its errors is reported. */
  private static Optional<YamlFile> yaml(
      Map<String, ChartMember> byName, String name, LoadLog log) {
    Optional<YamlFile> file = text(byName, name, log).map(YamlParser::parse);
    file.ifPresent(found -> {
      for (YamlProblem problem : found.problems()) {
        if (problem.kind() != YamlProblem.Kind.IGNORED) {
          log.report(found.source().at(problem.span()), problem.message());
        }
      }
      if (found.problems().isEmpty()
          && !isEmpty(found)
          && !(StructFields.resolve(found.documents().getFirst().root()) instanceof YamlMapping)) {
        log.report(
            found.source().start(),
            "`%s` must hold a mapping, otherwise Helm cannot load the chart.".formatted(name));
      }
    });
    return file;
  }

  private static boolean isEmpty(YamlFile file) {
    return file.documents().isEmpty() || StructFields.isNull(file.documents().getFirst().root());
  }

  private static Optional<SourceFile> text(
      Map<String, ChartMember> byName, String name, LoadLog log) {
    ChartMember member = byName.get(name);
    if (member == null) {
      return Optional.empty();
    }
    return switch (member.content().get()) {
      case FileContent.Text(SourceFile file) -> Optional.of(file);
      case FileContent.Binary _ -> {
        log.report(
            member.placeholder().start(),
            "The file is no valid UTF-8 text, so Helm cannot load the chart.");
        yield Optional.empty();
      }
      case FileContent.Refused(String reason) -> {
        log.report(
            member.placeholder().start(),
            "The file cannot be read, so Helm cannot load the chart: " + reason);
        yield Optional.empty();
      }
      case FileContent.Missing() -> Optional.empty();
    };
  }

  /** Puts each file where Helm puts it. */
  private static final class Sorter {

    private final List<ChartFile> templates = new ArrayList<>();
    private final List<ChartFile> crds = new ArrayList<>();
    private final List<ChartFile> others = new ArrayList<>();
    private final Map<String, List<ChartMember>> subcharts = new TreeMap<>();

    void sort(ChartMember member, ChartMetadata metadata) {
      String name = member.name();
      if (name.startsWith(TEMPLATES)) {
        templates.add(member.toFile());
      } else if (name.startsWith(CRDS)) {
        crds.add(member.toFile());
      } else if (name.startsWith(CHARTS) && !name.endsWith(".prov")) {
        String below = name.substring(CHARTS.length());
        int cut = below.indexOf('/');
        String group = cut < 0 ? below : below.substring(0, cut);
        subcharts.computeIfAbsent(group, _ -> new ArrayList<>()).add(member);
      } else if (!isRead(name, metadata)) {
        others.add(member.toFile());
      }
    }

    private static boolean isRead(String name, ChartMetadata metadata) {
      return switch (name) {
        case "Chart.yaml", "Chart.lock", "values.yaml", "values.schema.json" -> true;
        case "requirements.yaml", "requirements.lock" -> !metadata.isFirstVersion();
        default -> false;
      };
    }
  }
}
