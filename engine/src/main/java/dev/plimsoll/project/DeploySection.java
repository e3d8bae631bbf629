package dev.plimsoll.project;

import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code deploy} section. */
final class DeploySection {

  private static final Pattern TIME = Pattern.compile("([0-9]{1,6})([smhd])");

  private final ProjectNodes nodes;

  DeploySection(ProjectNodes nodes) {
    this.nodes = nodes;
  }

  DeploySettings read(YamlNode node) {
    return new DeploySettings(keys(node, "deploy", (DeployShape.Keys) DeployShape.SECTION));
  }

  private Map<String, Object> keys(YamlNode node, String what, DeployShape.Keys shape) {
    Map<String, Object> map = new LinkedHashMap<>();
    nodes
        .fields(node, what, List.copyOf(shape.shapes().keySet()))
        .ifPresent(fields -> {
          for (Map.Entry<String, YamlEntry> field : fields.byName().entrySet()) {
            DeployShape wanted = shape.shapes().get(field.getKey());
            YamlNode value = field.getValue().value();
            if (wanted != null && !ProjectNodes.isAbsent(value)) {
              read(value, what + "." + field.getKey(), wanted)
                  .ifPresent(found -> map.put(field.getKey(), found));
            }
          }
        });
    return map;
  }

  private Optional<Object> read(YamlNode node, String what, DeployShape shape) {
    return switch (shape) {
      case DeployShape.Text _ -> nodes.text(node, what).map(text -> text.value());
      case DeployShape.Word(List<String> words) -> word(node, what, words);
      case DeployShape.Count _ -> number(node, what);
      case DeployShape.Flag _ -> nodes.flag(node, what).map(Object.class::cast);
      case DeployShape.Time _ -> time(node, what);
      case DeployShape.Items(DeployShape item) ->
          nodes.items(node, what).map(found -> items(found, what, item));
      case DeployShape.Keys keys -> Optional.of(keys(node, what, keys));
    };
  }

  private List<Object> items(List<YamlNode> found, String what, DeployShape shape) {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      read(found.get(i), what + "[" + i + "]", shape).ifPresent(items::add);
    }
    return items;
  }

  private Optional<Object> word(YamlNode node, String what, List<String> words) {
    Optional<String> said = nodes.text(node, what).map(text -> text.value());
    if (said.isPresent() && !words.contains(said.get())) {
      nodes.invalid(node.span(), "`" + what + "` must be one of " + String.join(", ", words) + ".");
      return Optional.empty();
    }
    return said.map(text -> text);
  }

  private Optional<Object> number(YamlNode node, String what) {
    if (ProjectNodes.resolved(node) instanceof YamlScalar scalar
        && scalar.value() instanceof ScalarValue.Int whole
        && whole.value().signum() >= 0
        && whole.value().bitLength() < Integer.SIZE) {
      return Optional.of(whole.value().longValue());
    }
    nodes.invalid(node.span(), "`" + what + "` must be a whole number.");
    return Optional.empty();
  }

  private Optional<Object> time(YamlNode node, String what) {
    Optional<String> said = nodes.text(node, what).map(text -> text.value());
    if (said.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = TIME.matcher(said.get());
    if (!matcher.matches()) {
      nodes.invalid(node.span(), "`" + what + "` must be a time such as `90s`, `5m` or `24h`.");
      return Optional.empty();
    }
    long unit =
        switch (matcher.group(2)) {
          case "m" -> 60;
          case "h" -> 3_600;
          case "d" -> 86_400;
          default -> 1;
        };
    return Optional.of(Long.parseLong(matcher.group(1)) * unit);
  }
}
