package dev.plimsoll.render;

import java.util.List;

/**
 * What of a rendered chart is printed.
 *
 * @param includeCrds {@code --include-crds}
 * @param noHooks {@code --no-hooks}
 * @param skipTests {@code --skip-tests}
 * @param showOnly {@code --show-only}: patterns of paths in the chart; empty for everything
 */
public record PrintOptions(
    boolean includeCrds, boolean noHooks, boolean skipTests, List<String> showOnly) {

  /** As {@code helm template} prints without options. */
  public static final PrintOptions DEFAULT = new PrintOptions(false, false, false, List.of());

  public PrintOptions {
    showOnly = List.copyOf(showOnly);
  }
}
