package dev.plimsoll.yaml;

import dev.plimsoll.source.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was read from one text.
 *
 * @param documents what could be read, in order; empty for a text without any document
 * @param comments in order
 * @param problems every error, in order; empty exactly when Helm can parse the whole text
 */
public record YamlFile(
    SourceFile source,
    List<YamlDocument> documents,
    List<YamlComment> comments,
    List<YamlProblem> problems) {

  public YamlFile {
    documents = List.copyOf(documents);
    comments = List.copyOf(comments);
    problems = List.copyOf(problems);
  }

  /** The root of the first document; null where there is none. */
  public @Nullable YamlNode firstRoot() {
    return documents.isEmpty() ? null : documents.getFirst().root();
  }
}
