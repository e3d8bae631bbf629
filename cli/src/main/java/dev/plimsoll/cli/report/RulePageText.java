package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleLinks;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rules.BuiltInRules;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** What {@code plimsoll explain} says of a rule. */
public final class RulePageText {

  private static final int WIDTH = 96;

  private final Palette palette;

  public RulePageText(Palette palette) {
    this.palette = palette;
  }

  /** The whole page, ending with a line end. */
  public String render(RuleMetadata rule) {
    return render(
        rule, RuleLinks.ofBuiltIn(rule.id()), BuiltInRules.bad(rule), BuiltInRules.good(rule));
  }

  /**
   * The page of a rule of the project.
   *
   * @param link where more is said; empty if nowhere
   * @param bad an example without markers; empty if there is none
   */
  public String render(RuleMetadata rule, String link, String bad, String good) {
    StringBuilder page = new StringBuilder();
    page.append(palette.bold(rule.id().value())).append(" (").append(rule.category()).append(")\n");
    page.append(WrappedText.of(rule.summary(), "", WIDTH)).append('\n');
    page.append("Severity: ").append(severities(rule)).append('\n');
    if (!rule.aliases().isEmpty()) {
      page.append("Aliases:  ").append(String.join(", ", rule.aliases())).append('\n');
    }
    page.append("Fix:      ").append(rule.fixable() ? "plimsoll fix" : "by hand").append('\n');
    section(page, "Why", rule.why());
    section(page, "When it is fine", rule.fine());
    example(page, "Bad", bad);
    example(page, "Good", good);
    parameters(page, rule);
    List<String> links = new ArrayList<>(rule.links());
    if (!link.isEmpty()) {
      links.addFirst(link);
    }
    if (!links.isEmpty()) {
      page.append('\n').append(palette.bold("Links")).append('\n');
      links.forEach(each -> page.append("  ").append(each).append('\n'));
    }
    return page.toString();
  }

  private void section(StringBuilder page, String title, String text) {
    if (text.isEmpty()) {
      return;
    }
    page.append('\n').append(palette.bold(title)).append('\n');
    page.append(WrappedText.of(text, "  ", WIDTH));
  }

  private void example(StringBuilder page, String title, String text) {
    if (text.isBlank()) {
      return;
    }
    page.append('\n').append(palette.bold(title)).append('\n');
    text.strip()
        .lines()
        .forEach(line -> page.append(line.isEmpty() ? "" : "  " + line).append('\n'));
  }

  private void parameters(StringBuilder page, RuleMetadata rule) {
    if (rule.parameters().isEmpty()) {
      return;
    }
    page.append('\n').append(palette.bold("Parameters")).append(" (plimsoll.yaml)\n");
    for (RuleMetadata.Parameter parameter : rule.parameters()) {
      page.append("  ").append(palette.help(parameter.name())).append(" (");
      page.append(parameter.type()).append(")\n");
      page.append(WrappedText.of(parameter.description(), "    ", WIDTH));
      page.append(WrappedText.of("Default: " + parameter.defaultValue(), "    ", WIDTH));
    }
  }

  private String severities(RuleMetadata rule) {
    StringJoiner all = new StringJoiner(", ");
    for (Profile profile : Profile.values()) {
      all.add(
          rule.severity(profile)
                  .map(severity -> palette.severity(severity, severity.label()))
                  .orElse("off")
              + " in "
              + profile.label());
    }
    return all.toString();
  }
}
