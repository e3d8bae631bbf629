package dev.plimsoll.schemas;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one version of Kubernetes says: the folder of the Go module {@code k8s.io/kubernetes}.
 *
 * @param minor of Kubernetes 1
 * @param schemas by the name of the type
 * @param enums the texts that a field takes, by type and field; the published documents leave them
 *     out, so they come from the Go code that the API server makes its own from
 * @param kinds in the order of their API version and kind
 */
record ApiSource(
    int minor,
    int patch,
    Map<String, JsonNode> schemas,
    Map<String, Map<String, List<String>>> enums,
    List<ApiKind> kinds) {

  private static final Pattern VERSION = Pattern.compile("kubernetes@v1\\.([0-9]+)\\.([0-9]+)");
  private static final Pattern FUNCTION = Pattern.compile("func schema_(\\w+)\\(.*");
  private static final Pattern PROPERTY = Pattern.compile("\t{5}\"([^\"]+)\": \\{");
  private static final Pattern ENUM = Pattern.compile("\\s+Enum: +\\[]interface\\{}\\{(.*)},");
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final String GVK = "x-kubernetes-group-version-kind";

  /**
   * A kind that can be created.
   *
   * @param type the name of its schema
   */
  record ApiKind(String apiVersion, String kind, String type, boolean isNamespaced) {}

  static ApiSource read(Path module) throws IOException {
    Matcher version = VERSION.matcher(module.toString());
    if (!version.find()) {
      throw new IllegalArgumentException("Not a folder of k8s.io/kubernetes: " + module);
    }
    Map<String, JsonNode> schemas = new TreeMap<>();
    Map<String, ApiKind> kinds = new TreeMap<>();
    JsonMapper json = JsonMapper.shared();
    try (DirectoryStream<Path> documents =
        Files.newDirectoryStream(module.resolve("api/openapi-spec/v3"), "*.json")) {
      for (Path document : documents) {
        JsonNode root = json.readTree(document);
        Map<String, String> types = new TreeMap<>();
        for (Entry<String, JsonNode> schema : root.at("/components/schemas").properties()) {
          schemas.put(schema.getKey(), schema.getValue());
          JsonNode served = schema.getValue().path(GVK);
          if (served.size() == 1) {
            types.put(key(served.get(0)), schema.getKey());
          }
        }
        for (Entry<String, JsonNode> path : root.path("paths").properties()) {
          JsonNode served = path.getValue().path("post").path(GVK);
          String type = served.isMissingNode() ? null : types.get(key(served));
          if (type != null && !path.getKey().contains("{name}")) {
            boolean isNamespaced = path.getKey().contains("/namespaces/{namespace}/");
            String kind = served.path("kind").asString();
            kinds.merge(
                key(served),
                new ApiKind(apiVersion(served), kind, type, isNamespaced),
                (before, now) -> now.isNamespaced() ? now : before);
          }
        }
      }
    }
    return new ApiSource(
        Integer.parseInt(version.group(1)),
        Integer.parseInt(version.group(2)),
        schemas,
        enums(module.resolve("pkg/generated/openapi/zz_generated.openapi.go"), schemas),
        List.copyOf(kinds.values()));
  }

  private static String key(JsonNode served) {
    return apiVersion(served) + " " + served.path("kind").asString();
  }

  private static String apiVersion(JsonNode served) {
    String group = served.path("group").asString();
    String version = served.path("version").asString();
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** Reads the enumerations of the generated Go code; its functions are named after the types. */
  private static Map<String, Map<String, List<String>>> enums(
      Path code, Map<String, JsonNode> schemas) throws IOException {
    Map<String, String> typeOf = new TreeMap<>();
    for (String type : schemas.keySet()) {
      String[] parts = type.split("\\.", -1);
      int last = parts.length - 1;
      typeOf.put(parts[last - 2] + "_" + parts[last - 1] + "_" + parts[last], type);
    }
    Map<String, Map<String, List<String>>> found = new TreeMap<>();
    String type = null;
    String property = "";
    for (String line : Files.readAllLines(code)) {
      Matcher function = FUNCTION.matcher(line);
      Matcher field = PROPERTY.matcher(line);
      Matcher values = ENUM.matcher(line);
      if (function.matches()) {
        type = typeOf.get(suffix(function.group(1)));
      } else if (field.matches()) {
        property = field.group(1);
      } else if (values.matches() && type != null) {
        List<String> texts = new ArrayList<>();
        TEXT.matcher(values.group(1)).results().forEach(text -> texts.add(text.group(1)));
        Collections.sort(texts);
        found.computeIfAbsent(type, _ -> new TreeMap<>()).put(property, List.copyOf(texts));
      }
    }
    return found;
  }

  private static String suffix(String function) {
    String[] parts = function.split("_", -1);
    int last = parts.length - 1;
    return last < 2 ? function : parts[last - 2] + "_" + parts[last - 1] + "_" + parts[last];
  }
}
