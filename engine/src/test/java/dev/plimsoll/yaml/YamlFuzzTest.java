package dev.plimsoll.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.FuzzRun;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerReader;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a values file is, it is read within bounds, or refused with its places. */
final class YamlFuzzTest {

  @Test
  @Timeout(value = 40, unit = TimeUnit.MINUTES)
  void anyTextIsReadOrRefused() {
    FuzzRun.run(
        3_000,
        20,
        random -> {
          String text = new YamlGenerator(random.nextLong()).document().text();
          YamlMutator mutator = new YamlMutator(random);
          for (int i = random.nextInt(4); i >= 0; i--) {
            text = mutator.mutate(text);
          }
          SourceFile file = new SourceFile("values.yaml", text);
          int length = text.length();
          YamlFile yaml = YamlParser.parse(file);
          assertThat(yaml.problems())
              .allMatch(problem -> problem.span().end() <= length && !problem.message().isEmpty());
          // Go's words are found for any text, and for none that it reads.
          assertThat(GoYamlError.of(text).isPresent() && yaml.problems().isEmpty()).isFalse();
          Layer layer = new Layer(Layer.Kind.VALUES_FILE, file);
          LayerReader.read(
              yaml, layer, HelmVersion.NEWEST, found -> assertThat(found.message()).isNotEmpty());
        });
  }
}
