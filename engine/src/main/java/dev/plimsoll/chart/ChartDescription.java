package dev.plimsoll.chart;

import dev.plimsoll.source.Located;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of {@code Chart.yaml} that decide nothing and that templates can read under {@code
 * .Chart}, as strings of Helm: white space is a blank, and what cannot be printed is gone.
 *
 * @param annotations by key, in the order of the text
 */
public record ChartDescription(
    Optional<Located<String>> home,
    List<Located<String>> sources,
    Optional<Located<String>> description,
    List<Located<String>> keywords,
    List<Maintainer> maintainers,
    Optional<Located<String>> condition,
    Optional<Located<String>> tags,
    Map<String, Located<String>> annotations) {

  public ChartDescription {
    sources = List.copyOf(sources);
    keywords = List.copyOf(keywords);
    maintainers = List.copyOf(maintainers);
    annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
  }

  /** A person to ask. */
  public record Maintainer(
      Optional<Located<String>> name,
      Optional<Located<String>> email,
      Optional<Located<String>> url) {}
}
