package dev.plimsoll.values;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.List;

/** Which documents of a values file Helm reads. */
final class Documents {

  private static final String SEPARATOR = "---";

  private Documents() {}

  /**
   * The documents that count, weakest first. Helm 3 reads the first. Helm 4 cuts the text at lines
   * that begin with {@code ---} (the {@code YAMLReader} of Kubernetes' apimachinery) and reads the
   * first document of each part.
   */
  static List<YamlDocument> used(YamlFile file, HelmVersion version, DiagnosticSink sink) {
    List<YamlDocument> documents = file.documents();
    if (!version.isAtLeast(4, 0, 0)) {
      return documents.isEmpty() ? List.of() : documents.subList(0, 1);
    }
    List<YamlDocument> used = new ArrayList<>();
    int next = 0;
    int start = 0;
    for (int end : cuts(file.source(), sink)) {
      boolean first = true;
      while (next < documents.size() && documents.get(next).span().start() < end) {
        YamlDocument document = documents.get(next++);
        if (first && document.span().end() >= start) {
          used.add(document);
        }
        first = false;
      }
      start = end;
    }
    return used;
  }

  /**
   * The problems of a file for which Helm refuses it: Helm 3 never sees what stands behind the
   * first document.
   */
  static List<YamlProblem> refused(YamlFile file, HelmVersion version) {
    if (version.isAtLeast(4, 0, 0) || file.documents().size() < 2) {
      return file.problems();
    }
    int end = file.documents().get(1).span().start();
    return file.problems().stream().filter(problem -> problem.span().start() < end).toList();
  }

  /** Where parts end, in order; the last is behind the end of the text. */
  private static List<Integer> cuts(SourceFile source, DiagnosticSink sink) {
    String text = source.text();
    List<Integer> cuts = new ArrayList<>();
    for (int line = 0; line >= 0 && line < text.length(); line = nextLine(text, line)) {
      if (text.startsWith(SEPARATOR, line)) {
        checkSeparator(source, line, sink);
        if (line > 0) {
          cuts.add(line);
        }
      }
    }
    cuts.add(Integer.MAX_VALUE);
    return cuts;
  }

  private static void checkSeparator(SourceFile source, int line, DiagnosticSink sink) {
    String text = source.text();
    int end = text.indexOf('\n', line);
    String rest = text.substring(line + SEPARATOR.length(), end < 0 ? text.length() : end).strip();
    if (!rest.isEmpty() && !rest.startsWith("#")) {
      sink.report(
          Diagnostic.of(
              ValuesRules.INVALID_DOCUMENT_SEPARATOR,
              source.at(new Span(line, line + SEPARATOR.length())),
              "Helm 4 takes nothing but a comment behind `---` in a values file, so it refuses this."));
    }
    checkDirective(source, line, sink);
  }

  /** Helm 4 reads the part in front of {@code ---} alone, where a directive has no document. */
  private static void checkDirective(SourceFile source, int separator, DiagnosticSink sink) {
    int start = source.text().lastIndexOf('\n', separator - 2) + 1;
    if (separator > 0 && source.text().startsWith("%", start)) {
      sink.report(
          Diagnostic.of(
              ValuesRules.INVALID_DOCUMENT_SEPARATOR,
              source.at(new Span(start, start + 1)),
              "Helm 4 cuts a values file at `---` and then refuses a directive in front of it."));
    }
  }

  private static int nextLine(String text, int line) {
    int end = text.indexOf('\n', line);
    return end < 0 ? -1 : end + 1;
  }
}
