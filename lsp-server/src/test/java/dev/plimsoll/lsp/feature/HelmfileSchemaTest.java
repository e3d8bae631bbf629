package dev.plimsoll.lsp.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.helmfile.HelmfileFields;
import dev.plimsoll.schema.SchemaKnowledge;
import dev.plimsoll.schema.SchemaKnowledge.KeyFacts;
import dev.plimsoll.values.ValuePath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts about helmfiles speak of the very fields that the loader takes. */
final class HelmfileSchemaTest {

  private static final SchemaKnowledge SCHEMA = SchemaWords.ofHelmfile();

  private static final Map<String, String> TYPES =
      Map.of("string", "string", "bool", "boolean", "int", "integer", "float32", "number");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "environments.prod",
        "environments.prod.missingFileHandlerConfig",
        "helmDefaults",
        "helmfiles[0]",
        "hooks[0]",
        "llm",
        "missingFileHandlerConfig",
        "releases[0]",
        "releases[0].dependencies[0]",
        "releases[0].env[0]",
        "releases[0].hooks[0]",
        "releases[0].inherit[0]",
        "releases[0].missingFileHandlerConfig",
        "releases[0].set[0]",
        "releases[0].setString[0]",
        "releases[0].setTemplate[0]",
        "releases[0].trackResources[0]",
        "repositories[0]",
        "templates.web",
        "templates.web.hooks[0]",
      })
  void fieldsAndTypesAreThoseOfTheLoader(String place) {
    ValuePath path = place.isEmpty() ? ValuePath.ROOT : ValuePath.parse(place).orElseThrow();
    Map<String, String> fields = HelmfileFields.at(keys(path));
    List<KeyFacts> known = SCHEMA.keys(path);

    assertThat(known)
        .extracting(KeyFacts::name)
        .containsExactlyInAnyOrderElementsOf(fields.keySet());
    assertThat(known).isNotEmpty().allMatch(fact -> fact.description().endsWith("."));
    for (KeyFacts fact : known) {
      String type = fields.getOrDefault(fact.name(), "");
      if (TYPES.containsKey(type)) {
        assertThat(fact.types()).as(fact.name()).containsExactly(TYPES.get(type));
      } else if (type.startsWith("[]")) {
        assertThat(fact.types()).as(fact.name()).contains("array");
      } else {
        assertThat(fact.types()).as(fact.name()).isSubsetOf("object");
      }
    }
  }

  private static List<String> keys(ValuePath path) {
    return path.steps().stream()
        .filter(ValuePath.Key.class::isInstance)
        .map(step -> ((ValuePath.Key) step).name())
        .toList();
  }
}
