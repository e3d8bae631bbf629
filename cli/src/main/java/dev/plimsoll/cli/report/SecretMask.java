package dev.plimsoll.cli.report;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.rules.SecretValues;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides secrets in source lines that are shown to people. A secret is what a rule of the category
 * {@code secrets} points at, whether or not its diagnostic counts, and every token that sops wrote.
 */
final class SecretMask {

  /** Stands for a secret wherever people read. */
  static final String MASK = SecretValues.MASKED;

  private static final Set<String> SECRET_RULES =
      Set.of("plaintext-secret", "partly-encrypted-sops-file");
  private static final String UNENCRYPTED = "unencrypted-sops-file";
  private static final Pattern SOPS_TOKEN = Pattern.compile("ENC\\[[A-Z0-9_]+,[^\\]]*\\]?");

  private final Map<SourceFile, SortedSet<Span>> secrets;

  private SecretMask(Map<SourceFile, SortedSet<Span>> secrets) {
    this.secrets = secrets;
  }

  /** The secrets that a result knows of. */
  static SecretMask of(List<Diagnostic> diagnostics) {
    Map<SourceFile, SortedSet<Span>> secrets = new HashMap<>();
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.rule().value().equals(UNENCRYPTED)) {
        secrets
            .computeIfAbsent(diagnostic.location().file(), file -> new TreeSet<>())
            .add(restOfLine(diagnostic.location()));
      }
      if (SECRET_RULES.contains(diagnostic.rule().value())) {
        secrets
            .computeIfAbsent(diagnostic.location().file(), file -> new TreeSet<>())
            .add(diagnostic.location().span());
      }
    }
    return new SecretMask(secrets);
  }

  /** What stands behind the first key of a file that should have been encrypted as a whole. */
  private static Span restOfLine(Location key) {
    int start = key.span().end();
    int end = key.file().lines().line(key.file().lines().lineOf(start)).end();
    boolean isValue = end > start + 1 && key.file().text().charAt(start) == ':';
    return isValue ? new Span(start + 1, end) : Span.at(start);
  }

  /** The text of one line with its secrets replaced, and the marked place moved along. */
  MarkedLine apply(SourceFile file, Span line, MarkedLine shown) {
    MarkedLine result = shown;
    List<Span> hidden = hidden(file, line, shown.text());
    // From the back, so that offsets of what is still to be hidden stay valid.
    for (int i = hidden.size() - 1; i >= 0; i--) {
      result = result.replace(hidden.get(i), MASK);
    }
    return result;
  }

  private List<Span> hidden(SourceFile file, Span line, String text) {
    SortedSet<Span> found = new TreeSet<>();
    for (Span secret : secrets.getOrDefault(file, Collections.emptySortedSet())) {
      int start = Math.max(secret.start(), line.start());
      int end = Math.min(secret.end(), line.end());
      if (start < end) {
        found.add(new Span(start - line.start(), end - line.start()));
      }
    }
    Matcher token = SOPS_TOKEN.matcher(text);
    while (token.find()) {
      found.add(new Span(token.start(), token.end()));
    }
    return withoutOverlaps(found);
  }

  private static List<Span> withoutOverlaps(SortedSet<Span> spans) {
    List<Span> result = new ArrayList<>();
    for (Span span : spans) {
      Span previous = result.isEmpty() ? null : result.getLast();
      if (previous != null && span.start() < previous.end()) {
        result.set(result.size() - 1, previous.cover(span));
      } else {
        result.add(span);
      }
    }
    return result;
  }
}
