package dev.plimsoll.chart;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Finds the files of a chart folder as Helm's {@code LoadDir} does. Their content is not read. */
final class FolderReader {

  private static final String IGNORE_FILE = ".helmignore";

  private final FileTree tree;
  private final String folder;
  private final LoadLimits limits;
  private final LoadLog log;
  private final List<ChartMember> members = new ArrayList<>();
  private HelmIgnore ignore = HelmIgnore.defaults();
  private long size;
  private boolean full;

  FolderReader(FileTree tree, String folder, LoadLimits limits, LoadLog log) {
    this.tree = tree;
    this.folder = folder;
    this.limits = limits;
    this.log = log;
  }

  /** The files that {@code .helmignore} leaves, by folder and name; up to the bounds. */
  List<ChartMember> read() {
    if (tree.read(join(folder, IGNORE_FILE)) instanceof FileContent.Text(SourceFile file)) {
      ignore = HelmIgnore.parse(file);
      for (HelmIgnore.Problem problem : ignore.problems()) {
        log.report(file.at(problem.span()), problem.message());
      }
    }
    walk("", 0);
    return members;
  }

  private void walk(String below, int depth) {
    if (depth > limits.folderDepth()) {
      log.report(
          placeholder(below),
          "Folders nest more than %d deep here, perhaps through a link; what is below is not read."
              .formatted(limits.folderDepth()));
      return;
    }
    for (FileTree.Entry entry : tree.list(join(folder, below))) {
      String name = join(below, entry.name());
      boolean isFolder = entry.kind() == FileTree.Kind.FOLDER;
      if (full || ignore.ignores(name, isFolder)) {
        continue;
      }
      if (isFolder) {
        walk(name, depth + 1);
      } else {
        add(name);
      }
    }
  }

  private void add(String name) {
    String path = join(folder, name);
    if (members.size() == limits.members()) {
      full = true;
      log.report(
          placeholder(""),
          "The chart has more than %d files, of which the rest is not read; add what is no part of it to `.helmignore`."
              .formatted(limits.members()));
      return;
    }
    long fileSize = tree.size(path).orElse(0);
    size += fileSize;
    if (size > limits.chartSize()) {
      full = true;
      log.report(
          placeholder(""),
          "The files of the chart are larger than %s together, so Helm 4.3 refuses it; add what is no part of it to `.helmignore`."
              .formatted(LoadLimits.mebibytes(limits.chartSize())));
      return;
    }
    if (fileSize > limits.fileSize()) {
      log.report(
          placeholder(name),
          "The file is larger than %s, so Helm before 4.3 refuses the whole chart; add it to `.helmignore` if no template reads it."
              .formatted(LoadLimits.mebibytes(limits.fileSize())));
    }
    members.add(new ChartMember(name, tree.displayPath(path), () -> tree.read(path)));
  }

  private Location placeholder(String name) {
    return new SourceFile(tree.displayPath(join(folder, name)), "").start();
  }

  static String join(String folder, String name) {
    if (folder.isEmpty() || name.isEmpty()) {
      return folder + name;
    }
    return folder + "/" + name;
  }
}
