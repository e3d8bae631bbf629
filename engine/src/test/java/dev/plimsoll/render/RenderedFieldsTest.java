package dev.plimsoll.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What counts as a change of a field decides what {@link OriginTruth} calls wrong. */
final class RenderedFieldsTest {

  @Test
  void anObjectOfAnotherKindIsTheSameObject() {
    assertThat(changes(object("ConfigMap", "a"), object("ConfigMapx", "a")))
        .containsExactly("app/templates/extra.yaml#ConfigMap#0 kind");
  }

  @Test
  void itsNeighboursStayWhatTheyAre() {
    String neighbour = object("ConfigMap", "b");

    assertThat(changes(object("ConfigMap", "a") + neighbour, neighbour + object("Other", "a")))
        .containsExactly("app/templates/extra.yaml#ConfigMap#0 kind");
  }

  @Test
  void anObjectOfAnotherNameIsAnother() {
    assertThat(changes(object("ConfigMap", "a"), object("Other", "b")))
        .containsExactly(
            "app/templates/extra.yaml#ConfigMap#0 kind",
            "app/templates/extra.yaml#ConfigMap#0 metadata name",
            "app/templates/extra.yaml#Other#0 kind",
            "app/templates/extra.yaml#Other#0 metadata name");
  }

  @Test
  void anObjectBesideTheOldOneIsAnother() {
    String old = object("ConfigMap", "a");

    assertThat(changes(old, old + object("Other", "a")))
        .containsExactly(
            "app/templates/extra.yaml#Other#0 kind",
            "app/templates/extra.yaml#Other#0 metadata name");
  }

  @Test
  void anObjectOfTheSameNameBehindTheOldOneIsAnother() {
    String old = object("Role", "a");

    assertThat(changes(old, old + object("Role", "a")))
        .containsExactly(
            "app/templates/extra.yaml#Role#2 kind",
            "app/templates/extra.yaml#Role#2 metadata name");
  }

  private static String object(String kind, String name) {
    return """
    ---
    # Source: app/templates/extra.yaml
    kind: %s
    metadata:
      name: %s
    """
        .formatted(kind, name);
  }

  private static Set<String> changes(String before, String after) {
    Map<String, String> old = RenderedFields.of(before, Map.of());
    Map<String, String> now = RenderedFields.of(after, RenderedFields.names(before));
    Set<String> fields = new LinkedHashSet<>(old.keySet());
    fields.addAll(now.keySet());
    fields.removeIf(field -> old.getOrDefault(field, "").equals(now.getOrDefault(field, "")));
    Set<String> readable = new LinkedHashSet<>();
    fields.forEach(field -> readable.add(field.replace(" \u0000", " ").replace('\u0000', ' ')));
    return readable;
  }
}
