package dev.plimsoll.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Origins against real Helm. {@code -Dorigin.charts=FOLDER} takes every chart below a folder
 * instead of the fixtures. Of each render's leaves {@code -Dorigin.leaves=N} are changed, 0 for all
 * of them, chosen by {@code -Dorigin.seed=N}.
 */
final class OriginTruthTest {

  private static final String FIXTURES = "../fixtures/shop/charts";

  /** More than any render of the fixtures has. */
  private static final int LEAVES = Integer.getInteger("origin.leaves", 200);

  private static final long SEED = Long.getLong("origin.seed", 1);

  @Test
  void aLeafChangesTheFieldsThatNameIt(@TempDir Path scratch) throws IOException {
    OriginTruth.Figures figures = new OriginTruth.Figures();
    LeafSample sample = new LeafSample(LEAVES, SEED);
    for (Path chart : OriginTruth.charts(Path.of(System.getProperty("origin.charts", FIXTURES)))) {
      figures.charts++;
      for (List<Path> values : OriginTruth.valuesFiles(chart)) {
        new OriginTruth(chart, values, scratch, figures).run(sample);
      }
    }
    System.out.printf("Origin truth, %s: %s%n", sample, figures);
    assertThat(figures.renders).as("renders").isPositive();
    assertThat(figures.exact).as("changes explained").isPositive();
    assertThat(figures.wrong).as("%s, %s", sample, figures).isEmpty();
    assertThat(figures.approximate * 10).as("%s", figures).isLessThan(figures.changed);
  }
}
