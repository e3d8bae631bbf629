package dev.plimsoll.render;

import dev.plimsoll.chart.Dependency;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.source.Located;
import dev.plimsoll.template.value.Site;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.template.value.TextBuilder;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ScalarValue;
import org.jspecify.annotations.Nullable;

/**
 * The conditions and tags that let a subchart, and the charts around it, take part: everything that
 * its templates write depends on them.
 *
 * @param site the innermost condition or tag in {@code Chart.yaml}; null without one
 */
record ChartSwitch(@Nullable Site site, Trace trace) {

  /** A chart that always takes part. */
  static final ChartSwitch NONE = new ChartSwitch(null, Trace.NONE);

  /**
   * The switch of a subchart of a chart with this switch.
   *
   * @param values of the chart that asks for it; null if it has none
   */
  ChartSwitch of(EnabledChart subchart, @Nullable ValuesNode values) {
    Dependency dependency = subchart.dependency().orElse(null);
    if (dependency == null) {
      return this;
    }
    ChartSwitch found = this;
    for (Located<String> tag : dependency.tags()) {
      found = found.with(tag, values == null ? null : values.at("tags." + tag.value()));
    }
    Located<String> condition = dependency.condition().orElse(null);
    if (condition != null) {
      for (String path : condition.value().split(",", -1)) {
        ValuesNode node = values == null ? null : values.at(path.strip());
        boolean isSaid =
            node != null
                && node.value() instanceof ScalarValue scalar
                && scalar.content() instanceof GoScalar.Bool;
        if (isSaid) {
          return found.with(condition, node);
        }
      }
    }
    return found;
  }

  private ChartSwitch with(Located<String> place, @Nullable ValuesNode node) {
    return node == null
        ? this
        : new ChartSwitch(
            new Site(place.location().file(), place.location().span()), trace.and(Trace.of(node)));
  }

  /** The text of a template, which is there because of this switch. */
  TracedText over(TracedText text) {
    if (site == null) {
      return text;
    }
    TextBuilder decided = new TextBuilder().append(text);
    decided.control(0, site, trace, true);
    return decided.build();
  }
}
