package dev.plimsoll.chart;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import java.util.function.Supplier;

/**
 * A file as Helm hands it to its loader: the archive or folder it came from no longer matters.
 *
 * @param name relative to the chart's root
 * @param path as people know it
 * @param content read on demand
 */
record ChartMember(String name, String path, Supplier<FileContent> content) {

  /** The same file as a member of a chart whose root is the folder {@code prefix}. */
  ChartMember below(String prefix) {
    return new ChartMember(name.substring(prefix.length()), path, content);
  }

  ChartFile toFile() {
    return new ChartFile(name, content);
  }

  /** A place to show something about a file whose text is not known. */
  SourceFile placeholder() {
    return new SourceFile(path, "");
  }
}
