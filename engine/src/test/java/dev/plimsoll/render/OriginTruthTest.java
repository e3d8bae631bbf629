package dev.plimsoll.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Origins against real Helm. {@code -Dorigin.charts=FOLDER} takes every chart below a folder
 * instead of the fixtures.
 */
final class OriginTruthTest {

  private static final String FIXTURES = "../fixtures/shop/charts";

  @Test
  void aLeafChangesTheFieldsThatNameIt(@TempDir Path scratch) throws IOException {
    OriginTruth.Figures figures = new OriginTruth.Figures();
    Path root = Path.of(System.getProperty("origin.charts", FIXTURES));
    List<Path> charts = OriginTruth.charts(root);
    int rendered = 0;
    for (Path chart : charts) {
      for (List<Path> values : OriginTruth.valuesFiles(chart)) {
        if (new OriginTruth(chart, values, scratch, figures).run()) {
          rendered++;
        }
      }
    }
    assertThat(rendered).as("renders").isPositive();
    assertThat(figures.exact).as("changes explained").isPositive();
    assertThat(figures.wrong).as("%s, of %d renders", figures, rendered).isEmpty();
    assertThat(figures.approximate * 10).as("%s", figures).isLessThan(figures.changed);
  }
}
