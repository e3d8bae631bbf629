package dev.plimsoll.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Hostile texts end in time with a word about it. */
final class YamlBoundsTest {

  /** About what each takes on a slow machine, ten times over: only quadratic work takes longer. */
  private static final Duration SOON = Duration.ofSeconds(20);

  static final List<String> HOSTILE =
      List.of(
          "[".repeat(100_000),
          "{".repeat(100_000),
          "- ".repeat(20_000),
          "? ".repeat(20_000),
          "a: \"x\nb: y\n".repeat(10_000),
          "a: [x\nb: y\n".repeat(10_000),
          "a:\n\tb: 1\n".repeat(20_000),
          "a: \"x\" y\n".repeat(20_000),
          "a:\n    b: 1\n  c: 2\n".repeat(10_000),
          "a: [" + ",".repeat(30_000) + "]",
          "a: [" + "\"x\" ".repeat(30_000) + "]",
          "[}".repeat(20_000),
          "[".repeat(9_000) + "}".repeat(9_000));

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void endsInTimeWithAProblem(String text) {
    Yaml yaml = assertTimeoutPreemptively(SOON, () -> Yaml.parse(text));
    assertThat(yaml.file().problems()).isNotEmpty().hasSizeLessThanOrEqualTo(Problems.MAX + 1);
  }

  static final List<String> LARGE =
      List.of(
          "a: " + "x ".repeat(100_000),
          "a: \"" + "x\\n".repeat(100_000) + "\"",
          "a: |\n" + "  x y\n".repeat(120_000),
          "a: x\n" + "  x y\n".repeat(120_000),
          "a: 1" + " ".repeat(300_000) + "# x",
          "# x\n".repeat(20_000),
          "a: &a 1\n" + "b: *a\n".repeat(100_000),
          "---\na: 1\n".repeat(100_000),
          "a: 0" + "7".repeat(300_000));

  @ParameterizedTest
  @FieldSource("LARGE")
  void readsLargeTextsInTime(String text) {
    Yaml yaml = assertTimeoutPreemptively(SOON, () -> Yaml.parse(text));
    assertThat(yaml.file().problems()).isEmpty();
  }

  @Test
  void boundsDepth() {
    int depth = TreeBuilder.MAX_DEPTH;
    assertThat(Yaml.parse("[".repeat(depth) + "]".repeat(depth)).problems()).isEmpty();
    assertThat(Yaml.parse("[".repeat(depth + 1) + "]".repeat(depth + 1)).problems())
        .containsExactly("1:1001 BOUND");
  }

  @Test
  void boundsDepthThroughAliases() {
    String open = "[".repeat(TreeBuilder.MAX_DEPTH / 2);
    String close = "]".repeat(TreeBuilder.MAX_DEPTH / 2);
    assertThat(Yaml.parse("a: &a %s%s\nb: %s*a%s\n".formatted(open, close, open, close)).problems())
        .containsExactly("2:504 BOUND");
  }

  @Test
  void refusesAliasesThatMultiply() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String alias = "*a" + (i - 1);
      text.append("a%d: &a%d [%s]\n".formatted(i, i, (alias + ", ").repeat(7) + alias));
    }
    assertThat(Yaml.parse(text.toString()).messages())
        .containsExactly(
            "The aliases of this document repeat so much text that Helm refuses it; write fewer "
                + "aliases of anchors that hold aliases themselves.");
  }

  @Test
  void refusesAnEndlessText() {
    Yaml yaml = Yaml.parse("#".repeat(YamlParser.MAX_LENGTH + 1));
    assertThat(yaml.messages())
        .containsExactly("This text has more than 33,554,432 characters and is not read.");
  }
}
