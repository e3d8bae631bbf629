package dev.plimsoll.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Generated texts in every style come back whole and mean what they were made of. */
final class YamlLosslessTest {

  @Property(tries = 400)
  void readsWhatWasWritten(@ForAll long seed) {
    YamlGenerator.Document document = new YamlGenerator(seed).document();
    Yaml yaml = Yaml.parse(document.text());
    assertThat(yaml.problems()).isEmpty();
    assertThat(HelmJson.of(yaml.root())).isEqualTo(document.value());
    assertThat(YamlTrivia.lost(yaml.file())).isEmpty();
    YamlShape.check(yaml.file());
  }

  @Property(tries = 1_000)
  void survivesAnyChangeOfText(@ForAll long seed) {
    String text = new YamlGenerator(seed).document().text();
    Yaml yaml = Yaml.parse(new YamlMutator(new Random(seed)).mutate(text));
    YamlShape.check(yaml.file());
    if (yaml.file().problems().isEmpty()) {
      assertThat(YamlTrivia.lost(yaml.file())).isEmpty();
    }
  }

  @Property(tries = 1_000)
  void survivesAnyText(@ForAll String text) {
    YamlShape.check(Yaml.parse(text).file());
  }
}
