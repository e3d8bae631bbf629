package dev.plimsoll.cli.command;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Applies fixes to texts in memory. Fixes whose edits overlap are not applied together: the first
 * in the order of the report wins, the others come up again in the next round if they still hold.
 */
final class Fixer {

  private final Applicability most;
  private final List<String> rules;
  private final Map<String, String> before = new TreeMap<>();
  private final Map<String, String> texts = new TreeMap<>();
  private int applied;

  /**
   * @param most the riskiest fixes to apply
   * @param rules only fixes of these rules; empty means all
   */
  Fixer(Applicability most, List<String> rules) {
    this.most = most;
    this.rules = rules;
  }

  /** Applies what can be applied at once; false if there was nothing. */
  boolean apply(List<Diagnostic> diagnostics) {
    Map<SourceFile, List<TextEdit>> edits = new LinkedHashMap<>();
    int appliedBefore = applied;
    for (Diagnostic diagnostic : diagnostics) {
      Optional<Fix> fix = wanted(diagnostic);
      if (fix.isPresent() && isFree(fix.get(), edits)) {
        fix.get()
            .edits()
            .forEach(edit ->
                edits.computeIfAbsent(edit.location().file(), file -> new ArrayList<>()).add(edit));
        applied++;
      }
    }
    edits.forEach(this::edit);
    return applied > appliedBefore;
  }

  /** Every text that has changed so far, by path. */
  Map<String, String> texts() {
    return Map.copyOf(texts);
  }

  /** What changed since the beginning. */
  List<ChangedFile> changedFiles() {
    List<ChangedFile> files = new ArrayList<>();
    texts.forEach((path, after) -> {
      String original = before.getOrDefault(path, "");
      if (!original.equals(after)) {
        files.add(new ChangedFile(path, original, after));
      }
    });
    return files;
  }

  /** One sentence about what was done. */
  String summary() {
    if (applied == 0) {
      return "Nothing to fix.";
    }
    int files = changedFiles().size();
    return "Applied "
        + applied
        + (applied == 1 ? " fix" : " fixes")
        + " in "
        + files
        + (files == 1 ? " file." : " files.");
  }

  private Optional<Fix> wanted(Diagnostic diagnostic) {
    boolean ruleWanted = rules.isEmpty() || rules.contains(diagnostic.rule().value());
    if (!ruleWanted || diagnostic.accepted().isPresent()) {
      return Optional.empty();
    }
    return diagnostic.fixes().stream()
        .filter(fix -> fix.applicability().compareTo(most) <= 0)
        .filter(fix -> !fix.edits().isEmpty())
        .filter(fix -> fix.edits().stream().allMatch(edit -> isWritable(edit.location().file())))
        .findFirst();
  }

  /** Members of an archive and arguments of the command line are no files that can be edited. */
  private static boolean isWritable(SourceFile file) {
    return !file.path().contains("!") && !file.path().startsWith("--");
  }

  private static boolean isFree(Fix fix, Map<SourceFile, List<TextEdit>> edits) {
    return fix.edits().stream()
        .allMatch(edit ->
            edits.getOrDefault(edit.location().file(), List.of()).stream()
                .noneMatch(edit::quarrelsWith));
  }

  private void edit(SourceFile file, List<TextEdit> edits) {
    before.putIfAbsent(file.path(), file.text());
    StringBuilder text = new StringBuilder(file.text());
    String lineEnd = file.text().contains("\r\n") ? "\r\n" : "\n";
    edits.stream()
        .sorted(Comparator.comparing((TextEdit edit) -> edit.location().span()).reversed())
        .forEach(edit ->
            text.replace(
                edit.location().span().start(),
                edit.location().span().end(),
                edit.newText().replace("\n", lineEnd)));
    texts.put(file.path(), text.toString());
  }

  /**
   * A file that fixes changed.
   *
   * @param path relative to the workspace
   */
  record ChangedFile(String path, String before, String after) {}
}
