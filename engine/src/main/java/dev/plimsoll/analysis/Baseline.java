package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.AcceptedBy;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.project.ProjectRules;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Diagnostics that a project had when it began to be checked: {@code .plimsoll-baseline.json}. They
 * do not count, and only new ones do. A diagnostic is known by its {@link Fingerprint} and in the
 * cells that it affected then: the same mistake in another environment is a new one.
 */
public final class Baseline {

  /** Where the baseline of a workspace is. */
  public static final String FILE = ".plimsoll-baseline.json";

  private static final String VERSION = "1";
  private static final AcceptedBy ACCEPTED =
      new AcceptedBy(AcceptedBy.Kind.BASELINE, "It is in the baseline.", "", Optional.empty());

  /** What is left of the baseline: each entry accepts one diagnostic. */
  private final Map<String, List<List<Affected>>> byFingerprint;

  private Baseline(Map<String, List<List<Affected>>> byFingerprint) {
    this.byFingerprint = byFingerprint;
  }

  static Baseline none() {
    return new Baseline(Map.of());
  }

  /**
   * Reads the baseline of a workspace.
   *
   * @param sink takes what is wrong with it
   */
  static Baseline load(FileTree files, Function<SourceFile, YamlFile> parser, DiagnosticSink sink) {
    return switch (files.read(FILE)) {
      case FileContent.Missing() -> none();
      case FileContent.Text(SourceFile file) -> read(parser.apply(file), sink);
      case FileContent.Binary ignored -> unreadable(new SourceFile(FILE, ""), sink);
      case FileContent.Refused ignored -> unreadable(new SourceFile(FILE, ""), sink);
    };
  }

  private static Baseline unreadable(SourceFile file, DiagnosticSink sink) {
    sink.report(
        invalid(
            file,
            Span.at(0),
            "This is no baseline that Plimsoll can read; write it again with `plimsoll"
                + " baseline`."));
    return none();
  }

  private static Baseline read(YamlFile file, DiagnosticSink sink) {
    Optional<List<YamlNode>> entries = entries(file);
    if (entries.isEmpty()) {
      return unreadable(file.source(), sink);
    }
    Map<String, List<List<Affected>>> byFingerprint = new HashMap<>();
    for (YamlNode entry : entries.get()) {
      Optional<String> fingerprint =
          entry instanceof YamlMapping mapping ? text(mapping, "fingerprint") : Optional.empty();
      if (fingerprint.isEmpty()) {
        sink.report(
            invalid(
                file.source(), entry.span(), "An entry of the baseline needs a `fingerprint`."));
        continue;
      }
      byFingerprint
          .computeIfAbsent(fingerprint.get(), ignored -> new ArrayList<>())
          .add(affects((YamlMapping) entry));
    }
    return new Baseline(byFingerprint);
  }

  /**
   * The parts of a diagnostic: what is new, then what the baseline knows. To be asked once for each
   * diagnostic, in the order of the report.
   */
  List<Diagnostic> apply(Diagnostic diagnostic) {
    if (byFingerprint.isEmpty() || diagnostic.accepted().isPresent()) {
      return List.of(diagnostic);
    }
    List<List<Affected>> entries =
        byFingerprint.getOrDefault(Fingerprint.of(diagnostic), List.of());
    if (entries.isEmpty()) {
      return List.of(diagnostic);
    }
    List<Affected> known = entries.removeFirst();
    List<Affected> fresh = new ArrayList<>(diagnostic.affects());
    fresh.removeAll(known);
    if (fresh.isEmpty()) {
      return List.of(diagnostic.withAccepted(ACCEPTED));
    }
    List<Affected> old = new ArrayList<>(diagnostic.affects());
    old.removeAll(fresh);
    return old.isEmpty()
        ? List.of(diagnostic)
        : List.of(
            diagnostic.withAffects(fresh), diagnostic.withAffects(old).withAccepted(ACCEPTED));
  }

  /**
   * The text of a baseline that knows these diagnostics. Suppressed ones are left out: their
   * suppression accepts them.
   *
   * @param diagnostics in the order of the report
   */
  public static String write(List<Diagnostic> diagnostics) {
    DiagnosticMerger merger = new DiagnosticMerger();
    for (Diagnostic diagnostic : alone(diagnostics)) {
      boolean isSuppressed =
          diagnostic.accepted().filter(by -> by.kind() == AcceptedBy.Kind.SUPPRESSION).isPresent();
      if (!isSuppressed) {
        // The old baseline may have split it: what it knew and what is new become one entry again.
        merger.add(diagnostic);
      }
    }
    StringBuilder json = new StringBuilder();
    json.append("{\n  \"schemaVersion\": ").append(VERSION).append(",\n  \"diagnostics\": [");
    String separator = "\n";
    for (Diagnostic diagnostic : merger.diagnostics(Optional::of)) {
      json.append(separator);
      writeEntry(diagnostic, json);
      separator = ",\n";
    }
    return json.append("\n  ]\n}\n").toString();
  }

  /** What is said of each object: it is accepted by itself. */
  private static List<Diagnostic> alone(List<Diagnostic> diagnostics) {
    return diagnostics.stream().flatMap(each -> each.alone().stream()).sorted().toList();
  }

  private static void writeEntry(Diagnostic diagnostic, StringBuilder json) {
    json.append("    {\"fingerprint\": \"").append(Fingerprint.of(diagnostic));
    json.append("\", \"rule\": \"").append(diagnostic.rule());
    json.append("\", \"file\": ");
    writeText(diagnostic.location().file().path(), json);
    json.append(", \"affects\": [");
    String separator = "";
    for (Affected cell : diagnostic.affects()) {
      json.append(separator).append("{\"release\": ");
      writeText(cell.release(), json);
      json.append(", \"environment\": ");
      writeText(cell.environment(), json);
      json.append(", \"cluster\": ");
      writeText(cell.cluster(), json);
      json.append('}');
      separator = ", ";
    }
    json.append("]}");
  }

  private static void writeText(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u00").append(Character.forDigit(c >> 4, 16));
        json.append(Character.forDigit(c & 0xF, 16));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  /** The entries; empty if the file is no baseline of this version. */
  private static Optional<List<YamlNode>> entries(YamlFile file) {
    if (!file.problems().isEmpty()
        || file.documents().size() != 1
        || !(file.documents().getFirst().root() instanceof YamlMapping root)
        || text(root, "schemaVersion").filter(VERSION::equals).isEmpty()) {
      return Optional.empty();
    }
    return root.get("diagnostics")
        .flatMap(node ->
            node instanceof YamlSequence sequence
                ? Optional.of(sequence.items())
                : Optional.empty());
  }

  private static List<Affected> affects(YamlMapping entry) {
    List<Affected> cells = new ArrayList<>();
    if (entry.get("affects").orElse(null) instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (item instanceof YamlMapping cell) {
          cells.add(
              new Affected(
                  text(cell, "release").orElse(""),
                  text(cell, "environment").orElse(""),
                  text(cell, "cluster").orElse("")));
        }
      }
    }
    return cells;
  }

  private static Optional<String> text(YamlMapping mapping, String key) {
    return mapping
        .get(key)
        .flatMap(node ->
            switch (node) {
              case YamlScalar scalar -> Optional.of(scalar.text());
              case YamlMapping ignored -> Optional.empty();
              case YamlSequence ignored -> Optional.empty();
              case YamlAlias ignored -> Optional.empty();
            });
  }

  private static Diagnostic invalid(SourceFile file, Span span, String message) {
    return Diagnostic.of(ProjectRules.INVALID_PROJECT_FILE, file.at(span), message);
  }
}
