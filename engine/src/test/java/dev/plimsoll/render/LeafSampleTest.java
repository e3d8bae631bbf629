package dev.plimsoll.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A failure of {@link OriginTruthTest} must come again with the seed that it names. */
final class LeafSampleTest {

  private static final List<LeafMutation> LEAVES =
      IntStream.range(0, 100).mapToObj(LeafSampleTest::leaf).toList();

  @Test
  void theSameSeedChoosesTheSameLeavesInTheirOrder() {
    List<LeafMutation> chosen = new LeafSample(10, 7).of(LEAVES, "a");

    assertThat(chosen).hasSize(10).isEqualTo(new LeafSample(10, 7).of(LEAVES, "a"));
    assertThat(chosen).isSortedAccordingTo((a, b) -> a.path().compareTo(b.path()));
  }

  @Test
  void anotherSeedOrRenderChoosesOthers() {
    List<LeafMutation> chosen = new LeafSample(10, 7).of(LEAVES, "a");

    assertThat(chosen).isNotEqualTo(new LeafSample(10, 8).of(LEAVES, "a"));
    assertThat(chosen).isNotEqualTo(new LeafSample(10, 7).of(LEAVES, "b"));
  }

  @Test
  void noBoundOrAWideOneChoosesAll() {
    assertThat(new LeafSample(0, 7).of(LEAVES, "a")).isEqualTo(LEAVES);
    assertThat(new LeafSample(100, 7).of(LEAVES, "a")).isEqualTo(LEAVES);
  }

  private static LeafMutation leaf(int number) {
    SourceFile file = new SourceFile("values.yaml", "");
    Origin origin = new Origin(new Layer(Layer.Kind.VALUES_FILE, file), null, Span.at(number));
    return new LeafMutation(List.of("leaf%02d".formatted(number)), origin, "");
  }
}
