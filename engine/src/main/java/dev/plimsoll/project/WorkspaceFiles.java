package dev.plimsoll.project;

import dev.plimsoll.source.FileTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What lies in a workspace, told by names alone: no file is read. Folders are walked in the order
 * of their names.
 *
 * @param charts folders with a {@code Chart.yaml}, without those inside another chart
 * @param estates folders that hold {@code environments} beside {@code charts}
 * @param ciValues {@code ci/*-values.yaml} of charts, which chart-testing installs one by one
 * @param values files that are named like values or secrets, outside the templates of charts
 * @param helmfiles files and folders that helmfile would read
 * @param projects folders below the root with a project file of their own; nothing in them is
 *     listed
 * @param otherYaml YAML files outside charts that are none of these
 * @param pipelines files that a CI system or a shell runs
 * @param isCut whether the walk stopped at a bound
 */
record WorkspaceFiles(
    List<String> charts,
    List<String> estates,
    List<String> ciValues,
    List<String> values,
    List<String> helmfiles,
    List<String> projects,
    List<String> otherYaml,
    List<String> pipelines,
    boolean isCut) {

  static final String PROJECT_FILE = "plimsoll.yaml";
  static final String CHART_FILE = "Chart.yaml";
  static final int MAX_ENTRIES = 200_000;
  static final int MAX_DEPTH = 32;

  private static final Set<String> SKIPPED_FOLDERS = Set.of("node_modules", "target");

  static WorkspaceFiles walk(FileTree files) {
    Walk walk = new Walk(files);
    walk.folder("", 0);
    return new WorkspaceFiles(
        walk.charts,
        walk.estates,
        walk.ciValues,
        walk.values,
        walk.helmfiles,
        walk.projects,
        walk.otherYaml,
        walk.pipelines,
        walk.isCut);
  }

  /** The same without what somebody else reads. */
  WorkspaceFiles without(Predicate<String> read) {
    return new WorkspaceFiles(
        without(charts, read),
        without(estates, read),
        without(ciValues, read),
        without(values, read),
        without(helmfiles, read),
        without(projects, read),
        without(otherYaml, read),
        without(pipelines, read),
        isCut);
  }

  private static List<String> without(List<String> paths, Predicate<String> read) {
    return paths.stream().filter(path -> !read.test(path)).toList();
  }

  static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The folder of a path; empty for the root. */
  static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  static boolean isYaml(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static final class Walk {

    private final FileTree files;
    private final List<String> charts = new ArrayList<>();
    private final List<String> estates = new ArrayList<>();
    private final List<String> ciValues = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final List<String> helmfiles = new ArrayList<>();
    private final List<String> projects = new ArrayList<>();
    private final List<String> otherYaml = new ArrayList<>();
    private final List<String> pipelines = new ArrayList<>();
    private int entries;
    private boolean isCut;

    Walk(FileTree files) {
      this.files = files;
    }

    void folder(String folder, int depth) {
      List<FileTree.Entry> members = members(folder, depth);
      Set<String> names = new HashSet<>();
      for (FileTree.Entry member : members) {
        names.add(member.name());
      }
      if (!folder.isEmpty() && names.contains(PROJECT_FILE)) {
        projects.add(folder);
        return;
      }
      if (names.contains(CHART_FILE)) {
        chart(folder, members, depth);
        return;
      }
      if (names.contains("environments") && names.contains("charts")) {
        estates.add(folder);
      }
      for (FileTree.Entry member : members) {
        String path = join(folder, member.name());
        if (member.kind() == FileTree.Kind.FILE) {
          file(path, member.name());
        } else if (member.name().equals("helmfile.d")) {
          helmfiles.add(path);
        } else if (PipelineNames.isFolder(member.name())) {
          pipelines(path, depth + 1);
        } else if (!isSkipped(member.name())) {
          folder(path, depth + 1);
        }
      }
    }

    /** Folders of CI systems are hidden, and all that they hold is run. */
    private void pipelines(String folder, int depth) {
      for (FileTree.Entry member : members(folder, depth)) {
        String path = join(folder, member.name());
        if (member.kind() == FileTree.Kind.FOLDER) {
          pipelines(path, depth + 1);
        } else if (isYaml(member.name()) || PipelineNames.isFile(member.name())) {
          pipelines.add(path);
        }
      }
    }

    private List<FileTree.Entry> members(String folder, int depth) {
      if (depth > MAX_DEPTH || entries > MAX_ENTRIES) {
        isCut = true;
        return List.of();
      }
      List<FileTree.Entry> members = files.list(folder);
      entries += members.size();
      return members;
    }

    /**
     * The templates, subcharts and files of a chart are the chart's; only values are looked for.
     */
    private void chart(String folder, List<FileTree.Entry> members, int depth) {
      charts.add(folder);
      for (FileTree.Entry member : members) {
        String path = join(folder, member.name());
        boolean isFile = member.kind() == FileTree.Kind.FILE;
        if (isFile && !member.name().equals("values.yaml")) {
          chartFile(path, member.name());
        } else if (!isFile && member.name().equals("ci")) {
          ciFolder(path, depth + 1);
        }
      }
    }

    private void ciFolder(String folder, int depth) {
      for (FileTree.Entry member : members(folder, depth)) {
        String path = join(folder, member.name());
        if (member.kind() == FileTree.Kind.FILE && member.name().endsWith("-values.yaml")) {
          ciValues.add(path);
        } else if (member.kind() == FileTree.Kind.FILE) {
          chartFile(path, member.name());
        }
      }
    }

    private void chartFile(String path, String name) {
      if (ValuesNames.kind(name).isPresent()) {
        values.add(path);
      } else if (isHelmfile(name)) {
        helmfiles.add(path);
      }
    }

    private void file(String path, String name) {
      if (PipelineNames.isFile(name)) {
        pipelines.add(path);
      } else if (isHelmfile(name)) {
        helmfiles.add(path);
      } else if (ValuesNames.kind(name).isPresent()) {
        values.add(path);
      } else if (isYaml(name) && !path.equals(PROJECT_FILE)) {
        otherYaml.add(path);
      }
    }

    private static boolean isHelmfile(String name) {
      return name.equals("helmfile.yaml")
          || name.equals("helmfile.yml")
          || name.equals("helmfile.yaml.gotmpl");
    }

    /** Hidden folders hold the state of tools. */
    private static boolean isSkipped(String name) {
      return name.startsWith(".") || SKIPPED_FOLDERS.contains(name);
    }
  }
}
