package dev.plimsoll.deploy.json;

import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.render.Hook;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Objects of manifests as the API server would be given them. */
public final class ManifestJson {

  private ManifestJson() {}

  /** Every object of a manifest; the items of a {@code List} are objects of their own. */
  public static List<JsonNode> objects(String manifest) {
    return read(manifest).stream().map(ManifestJson::of).toList();
  }

  /** The same for what the engine knows of objects. */
  public static List<KubernetesObject> read(String manifest) {
    return KubernetesObject.of(YamlParser.parse(new SourceFile("manifest", manifest)));
  }

  /** Those that are a part of the release, and not hooks. */
  public static List<JsonNode> withoutHooks(String manifest) {
    return objects(manifest).stream().filter(object -> !isHook(object)).toList();
  }

  /** Whether Helm runs it as a hook. */
  public static boolean isHook(JsonNode object) {
    return !Json.text(object, "metadata", "annotations", Hook.ANNOTATION).isEmpty();
  }

  /** One object. */
  public static JsonNode of(KubernetesObject object) {
    return of(object.root());
  }

  private static JsonNode of(Field field) {
    if (field.isMap()) {
      ObjectNode map = Json.object();
      // A null is a field that is not there, as for the API server.
      field.fields().forEach(each -> map.set(each.key(), of(each)));
      return map;
    }
    if (field.isList()) {
      ArrayNode list = Json.array();
      field.items().forEach(item -> list.add(of(item)));
      return list;
    }
    YamlNode node = field.node().orElse(null);
    return node instanceof YamlScalar scalar ? scalar(scalar) : JsonNodeFactory.instance.nullNode();
  }

  private static JsonNode scalar(YamlScalar scalar) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (scalar.value()) {
      case ScalarValue.Null _ -> nodes.nullNode();
      case ScalarValue.Bool(boolean value) -> nodes.booleanNode(value);
      case ScalarValue.Int whole ->
          whole.value().bitLength() < Long.SIZE
              ? nodes.numberNode(whole.value().longValue())
              : nodes.numberNode(whole.value());
      case ScalarValue.Float(double value) -> nodes.numberNode(value);
      case ScalarValue.Text(String text) -> StringNode.valueOf(text);
    };
  }
}
