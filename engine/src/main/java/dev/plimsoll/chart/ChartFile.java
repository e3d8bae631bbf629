package dev.plimsoll.chart;

import dev.plimsoll.source.FileContent;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A file of a chart. Its content is read when somebody asks for it, and then kept. */
public final class ChartFile {

  private final String name;
  private final Supplier<FileContent> source;
  private @Nullable FileContent content;

  /**
   * @param name relative to the chart's root ({@code templates/deployment.yaml})
   * @param content text or binary
   */
  public ChartFile(String name, FileContent content) {
    this(name, () -> content);
  }

  /**
   * @param name relative to the chart's root
   * @param source answers the same for as long as the chart lives
   */
  ChartFile(String name, Supplier<FileContent> source) {
    this.name = name;
    this.source = source;
  }

  /** The path relative to the chart's root, with {@code /}. */
  public String name() {
    return name;
  }

  /** Text or binary; {@link FileContent.Refused} for a file that may not be read. */
  public synchronized FileContent content() {
    // Two threads must not see two source files for one file: they would not be equal.
    FileContent known = content;
    if (known == null) {
      known = source.get();
      content = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return name;
  }
}
