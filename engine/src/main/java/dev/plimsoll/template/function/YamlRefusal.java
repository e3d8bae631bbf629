package dev.plimsoll.template.function;

import dev.plimsoll.source.Order;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.value.GoFloats;
import dev.plimsoll.template.value.GoQuotes;
import dev.plimsoll.yaml.GoYamlError;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code sigs.k8s.io/yaml} says of a text that it does not turn into JSON. */
public final class YamlRefusal {

  private YamlRefusal() {}

  /**
   * Its words, which Helm repeats.
   *
   * @param document a text whose first document it refuses
   * @return empty if they are not known
   */
  public static Optional<String> of(YamlFile document) {
    return GoYamlError.of(document.source().text())
        .or(() -> ofContent(withoutTemplates(document.source().text()).firstRoot()))
        .map(words -> "error converting YAML to JSON: yaml: " + words);
  }

  /** The text as go-yaml reads it, to which two braces are no action of a template. */
  private static YamlFile withoutTemplates(String text) {
    return YamlParser.parse(new SourceFile("", text.replace("{{", "{ {")));
  }

  /** What the decoder meets first; a document that its grammar allows. */
  private static Optional<String> ofContent(@Nullable YamlNode node) {
    return switch (node) {
      case YamlMapping mapping -> first(mapping);
      case YamlSequence sequence ->
          sequence.items().stream().flatMap(item -> ofContent(item).stream()).findFirst();
      case YamlScalar _, YamlAlias _ -> Optional.empty();
      case null -> Optional.empty();
    };
  }

  private static Optional<String> first(YamlMapping mapping) {
    for (YamlEntry entry : mapping.entries()) {
      Optional<String> found =
          ofContent(entry.key()).or(() -> key(entry.key())).or(() -> ofContent(entry.value()));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Mostly two braces of a template that was not evaluated. */
  private static Optional<String> key(YamlNode key) {
    return key instanceof YamlScalar || key instanceof YamlAlias
        ? Optional.empty()
        : Optional.of("invalid map key: " + syntax(key));
  }

  /** {@code %#v} of what go-yaml decodes. */
  private static String syntax(YamlNode node) {
    return switch (node) {
      case YamlMapping mapping ->
          mapping.entries().stream()
              .sorted(Order.by(entry -> entry.keyText().orElse("")))
              .map(entry -> syntax(entry.key()) + ":" + syntax(entry.value()))
              .collect(Collectors.joining(", ", "map[interface {}]interface {}{", "}"));
      case YamlSequence sequence ->
          sequence.items().stream()
              .map(YamlRefusal::syntax)
              .collect(Collectors.joining(", ", "[]interface {}{", "}"));
      case YamlAlias alias -> syntax(alias.target());
      case YamlScalar scalar ->
          switch (scalar.value()) {
            case ScalarValue.Null _ -> "interface {}(nil)";
            case ScalarValue.Text(String text) -> GoQuotes.quote(text);
            case ScalarValue.Bool(boolean value) -> Boolean.toString(value);
            case ScalarValue.Int number -> number.value().toString();
            case ScalarValue.Float(double value) -> GoFloats.format(value, 'g', -1);
          };
    };
  }
}
