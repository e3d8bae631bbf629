package dev.plimsoll.render;

import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.render.ChartScopes.TemplateScope;
import dev.plimsoll.template.origin.OriginFinder;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.template.value.TracedText;

/** What one template wrote. */
public final class RenderedTemplate {

  private final TemplateScope scope;

  /** As long as somebody holds it, other renders find it. */
  @SuppressWarnings("UnusedVariable")
  private final TemplateOutput output;

  private final TracedText text;
  private final ValuesNode values;

  RenderedTemplate(TemplateScope scope, TemplateOutput output, ValuesNode values) {
    this.scope = scope;
    this.output = output;
    this.text = scope.enabled().over(output.text());
    this.values = values;
  }

  /** As Helm has it: the path of the chart, then that in the chart. */
  public String name() {
    return scope.name();
  }

  public EnabledChart chart() {
    return scope.chart();
  }

  public ChartFile file() {
    return scope.file();
  }

  /**
   * Without {@code <no value>}. Another render may have made it, and then its origins are in the
   * values of that one: see {@link #origins}.
   */
  public TracedText text() {
    return text;
  }

  /** The root of the values of this render. */
  public ValuesNode values() {
    return values;
  }

  /** Finds where parts of the text come from, in the values of this render. */
  public OriginFinder origins() {
    return new OriginFinder(text, values);
  }

  /** Whether it is shown to people after an installation instead of being applied. */
  public boolean isNotes() {
    return name().endsWith("NOTES.txt");
  }
}
