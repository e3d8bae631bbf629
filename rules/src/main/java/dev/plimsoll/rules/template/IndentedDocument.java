package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.render.RenderedTemplate;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.source.Span;
import java.util.Locale;
import java.util.Optional;

/** What a template writes begins with an indented line: {@code validateTopIndentLevel} of Helm. */
public final class IndentedDocument extends RenderRule {

  private static final RuleId ID = new RuleId("indented-document");

  public IndentedDocument() {
    super(ID);
  }

  @Override
  void check(RenderedRelease release, ObjectFindings findings) {
    for (RenderedTemplate template : release.rendered().templates()) {
      if (isYaml(template.name())) {
        indented(template).ifPresent(found -> findings.add(found, release.cells()));
      }
    }
  }

  private static Optional<Diagnostic> indented(RenderedTemplate template) {
    String text = template.text().text();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      if (!text.substring(start, end).isBlank()) {
        break;
      }
      start = end + 1;
    }
    int first = start;
    while (first < text.length() && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) {
      first++;
    }
    if (first == start || first == text.length()) {
      return Optional.empty();
    }
    return template
        .origins()
        .of(new Span(first, first + 1))
        .map(origin ->
            Diagnostic.of(
                ID,
                origin.writtenBy().orElse(origin.location()),
                "What this template writes begins with an indented line; Helm strips that indentation and keeps the others, so the document may mean something else or not parse."));
  }

  private static boolean isYaml(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml");
  }
}
