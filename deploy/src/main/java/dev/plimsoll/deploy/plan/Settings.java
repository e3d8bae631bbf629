package dev.plimsoll.deploy.plan;

import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.project.DeploySettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code deploy} section of the project as it was when the plan was made; it is a part of what
 * is approved.
 */
public final class Settings {

  private static final Duration ROLLOUT = Duration.ofMinutes(10);

  private final JsonNode tree;
  private final String environment;

  public Settings(JsonNode tree, String environment) {
    this.tree = tree;
    this.environment = environment;
  }

  /** What a project says, as it is kept in a plan. */
  static JsonNode toJson(DeploySettings settings) {
    return json(settings.tree());
  }

  /** The settings of a gate; empty where the project says nothing. */
  public JsonNode gate(String id) {
    return Json.at(tree, "gates", id);
  }

  /** Whether the project itself says where the gate holds. */
  public boolean saysWhere(String id) {
    return gate(id).has("environments");
  }

  /** Whether the project wants the gate here. */
  public boolean wants(String id) {
    return isHere(gate(id));
  }

  /** A time of a gate in its settings. */
  public Duration time(String gate, String parameter, Duration otherwise) {
    JsonNode seconds = gate(gate).path(parameter);
    return seconds.isNumber() ? Duration.ofSeconds(seconds.asLong()) : otherwise;
  }

  /** How long a rollout may take: the gate {@code wait-timeout} judges it, and helm gets it. */
  public Duration waitTimeout() {
    return time("wait-timeout", "timeout", ROLLOUT);
  }

  /** The texts of a gate's parameter. */
  public List<String> texts(String gate, String parameter) {
    return texts(gate(gate).path(parameter));
  }

  /** The entries of a list of the section that hold in this environment. */
  public List<JsonNode> entries(String list) {
    List<JsonNode> entries = new ArrayList<>();
    for (JsonNode entry : tree.path(list)) {
      if (isHere(entry)) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** Who must agree; empty if nobody must here. */
  public Optional<JsonNode> approvals() {
    JsonNode approvals = tree.path("approvals");
    return approvals.isObject() && isHere(approvals) ? Optional.of(approvals) : Optional.empty();
  }

  /** The shares that a new version gets first; empty if it gets everything at once here. */
  public Optional<JsonNode> canary() {
    JsonNode canary = tree.path("canary");
    return canary.isObject() && isHere(canary) ? Optional.of(canary) : Optional.empty();
  }

  /** The texts of a list. */
  public static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asString("")));
    return texts;
  }

  private boolean isHere(JsonNode entry) {
    return !entry.has("environments") || texts(entry.path("environments")).contains(environment);
  }

  private static JsonNode json(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        ObjectNode object = Json.object();
        map.forEach((key, each) -> object.set(String.valueOf(key), json(each)));
        yield object;
      }
      case List<?> list -> {
        ArrayNode array = Json.array();
        list.forEach(each -> array.add(json(each)));
        yield array;
      }
      case Long number -> Json.object().numberNode(number);
      case Boolean flag -> Json.object().booleanNode(flag);
      default -> Json.object().stringNode(String.valueOf(value));
    };
  }
}
