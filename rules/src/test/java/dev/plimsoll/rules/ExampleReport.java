package dev.plimsoll.rules;

import dev.plimsoll.diagnostic.AffectsText;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import java.util.List;
import java.util.Set;

/** Diagnostics of an example as the command line shows them, for the pages of rules. */
final class ExampleReport {

  private static final Set<String> SHOW_A_SECRET =
      Set.of("plaintext-secret", "partly-encrypted-sops-file");

  private ExampleReport() {}

  static String of(List<Diagnostic> diagnostics) {
    StringBuilder report = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      report.append(report.isEmpty() ? "" : "\n").append(of(diagnostic));
    }
    return report.toString();
  }

  private static String of(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder();
    String indent = " ".repeat(String.valueOf(diagnostic.location().position().line()).length());
    text.append(diagnostic.severity().label())
        .append("[%s]: %s%n".formatted(diagnostic.rule(), diagnostic.message()))
        .append("%s--> %s%n".formatted(indent, diagnostic.location()));
    snippet(diagnostic, indent, text);
    if (!diagnostic.affects().isEmpty()) {
      text.append("%s = affects %s%n".formatted(indent, AffectsText.of(diagnostic.affects())));
    }
    for (RelatedLocation related : diagnostic.related()) {
      text.append("%s = %s: %s%n".formatted(indent, related.location(), related.message()));
    }
    if (diagnostic.precision() != Precision.EXACT) {
      text.append("%s = the place is %s%n".formatted(indent, diagnostic.precision().label()));
    }
    for (Fix fix : diagnostic.fixes()) {
      text.append(
          "%s = fix (%s): %s%n".formatted(indent, fix.applicability().label(), fix.title()));
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private static void snippet(Diagnostic diagnostic, String indent, StringBuilder text) {
    Location location = diagnostic.location();
    if (location.file().text().isEmpty()) {
      return;
    }
    LineIndex lines = location.file().lines();
    int number = lines.lineOf(location.span().start());
    Span line = lines.line(number);
    int start = Math.clamp(location.span().start(), line.start(), line.end());
    int end = Math.clamp(location.span().end(), start, line.end());
    String before = location.file().text(new Span(line.start(), start)).replace('\t', ' ');
    String marked = location.file().text(new Span(start, end)).replace('\t', ' ');
    String after = location.file().text(new Span(end, line.end()));
    if (SHOW_A_SECRET.contains(diagnostic.rule().value())) {
      marked = "********";
    }
    text.append("%s |%n".formatted(indent))
        .append("%s | %s%n".formatted(number, (before + marked + after).stripTrailing()))
        .append(
            "%s | %s%s%n"
                .formatted(
                    indent, " ".repeat(before.length()), "^".repeat(Math.max(1, marked.length()))));
  }
}
