package dev.plimsoll.rules.values;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.render.ChartRenderer;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.syntax.TemplateParser;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the texts of one chart say of its values. */
final class ChartTexts {

  /** Defaults that are only described: by {@code # key:}, after a tag, or before two dashes. */
  private static final Pattern DESCRIBED =
      Pattern.compile(
          "(?m)^[ \\t]*#[# \\t-]*(?:@(?:param|extra|skip)\\s+)?([\\w./\\[\\]-]+)(?::(?:\\s|$)|\\s+--\\s|\\s+\\[|\\s+[A-Z])");

  private static final String DOCUMENTATION = ".md";
  private static final String ACTION = "{{";

  private final TemplateReferences references = new TemplateReferences();
  private final Set<String> described = new TreeSet<>();
  private final Set<String> describedAtTop = new TreeSet<>();
  private boolean isBroken;

  private ChartTexts() {}

  /**
   * @param renderer of the chart at the top, which has parsed the templates
   */
  static ChartTexts of(Chart chart, ChartRenderer renderer) {
    ChartTexts texts = new ChartTexts();
    for (ChartFile template : chart.templates()) {
      TemplateFile parsed = renderer.template(template);
      texts.references.add(parsed);
      texts.isBroken |= !parsed.errors().isEmpty();
    }
    // Files are templates where a template hands them to tpl.
    for (ChartFile file : chart.files()) {
      if (file.content() instanceof FileContent.Text(SourceFile source)
          && !file.name().endsWith(DOCUMENTATION)) {
        texts.references.add(source);
      }
    }
    chart.values().ifPresent(values -> texts.values(values.source()));
    return texts;
  }

  TemplateReferences references() {
    return references;
  }

  /** Whether a template cannot be parsed, so that what it reads is not all known. */
  boolean isBroken() {
    return isBroken;
  }

  /** Names of keys that comments of {@code values.yaml} describe without setting them. */
  Set<String> described() {
    return described;
  }

  /** The same without those that an indented comment or a path says to be inside something. */
  Set<String> describedAtTop() {
    return describedAtTop;
  }

  /** Values may be templates themselves, which charts hand to {@code tpl}. */
  private void values(SourceFile values) {
    references.add(values);
    Matcher matcher = DESCRIBED.matcher(values.text());
    while (matcher.find()) {
      String path = matcher.group(1);
      described.add(path.substring(path.lastIndexOf('.') + 1));
      boolean isIndented = Character.isWhitespace(values.text().charAt(matcher.start()));
      if (!isIndented && path.indexOf('.') < 0) {
        describedAtTop.add(path);
      }
    }
  }

  /** Whether a text can have actions at all. */
  static boolean hasActions(SourceFile source) {
    return source.text().contains(ACTION);
  }

  /** A text that may be a template, whatever it calls. */
  static TemplateFile parsed(SourceFile source) {
    return TemplateParser.parse(source, _ -> true);
  }
}
