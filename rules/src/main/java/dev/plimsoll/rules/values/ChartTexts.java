package dev.plimsoll.rules.values;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import java.util.List;
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

  private final TemplateReferences references = new TemplateReferences();
  private final Set<String> described = new TreeSet<>();

  private ChartTexts() {}

  static ChartTexts of(Chart chart) {
    ChartTexts texts = new ChartTexts();
    texts.scan(chart.templates());
    // Files are templates where a template hands them to tpl.
    texts.scan(chart.files());
    chart.values().ifPresent(values -> texts.values(values.source()));
    return texts;
  }

  TemplateReferences references() {
    return references;
  }

  /** Names of keys that comments of {@code values.yaml} describe without setting them. */
  Set<String> described() {
    return described;
  }

  /** Values may be templates themselves, which charts hand to {@code tpl}. */
  private void values(SourceFile values) {
    references.scan(values.text());
    Matcher matcher = DESCRIBED.matcher(values.text());
    while (matcher.find()) {
      String path = matcher.group(1);
      described.add(path.substring(path.lastIndexOf('.') + 1));
    }
  }

  private void scan(List<ChartFile> files) {
    for (ChartFile file : files) {
      if (file.content() instanceof FileContent.Text(SourceFile source)
          && !file.name().endsWith(DOCUMENTATION)) {
        references.scan(source.text());
      }
    }
  }
}
