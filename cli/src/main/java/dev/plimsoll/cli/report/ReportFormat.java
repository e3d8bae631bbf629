package dev.plimsoll.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form that a report can have. */
public enum ReportFormat {
  TEXT,
  JSON,
  SARIF,
  JUNIT,
  GITHUB,
  GITLAB,
  GITLAB_SAST,
  MARKDOWN,
  HTML;

  /** As users write it: {@code gitlab-sast}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads {@link #label()}, in any case; anything else is empty. */
  public static Optional<ReportFormat> parse(String label) {
    for (ReportFormat format : values()) {
      if (format.label().equalsIgnoreCase(label)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** Every label, for a sentence: {@code text, json or sarif}. */
  public static String labels() {
    List<String> labels = new ArrayList<>();
    for (ReportFormat format : values()) {
      labels.add(format.label());
    }
    String last = labels.removeLast();
    return String.join(", ", labels) + " or " + last;
  }
}
