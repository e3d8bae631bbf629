package dev.plimsoll.chart;

import dev.plimsoll.source.Sha256;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The digest of a lock as {@code resolver.HashReq} computes it: SHA-256 over Go's JSON of what the
 * chart asks for and of what is locked.
 */
final class DependencyDigest {

  private DependencyDigest() {}

  /**
   * What {@code helm dependency build} says.
   *
   * @param declaring {@code Chart.yaml}, or {@code requirements.yaml} where that has the
   *     dependencies
   * @param firstVersion whether the chart is v1, whose locks may come from Helm 2
   */
  static ChartLock.Sync sync(YamlFile declaring, YamlFile lock, boolean firstVersion) {
    Optional<String> digest =
        StructFields.of(lock).flatMap(found -> found.value("digest")).flatMap(GoString::of);
    String requested = list(declaring, true);
    String locked = list(lock, false);
    if (digest.equals(Optional.of(sha256("[" + requested + "," + locked + "]")))) {
      return ChartLock.Sync.IN_SYNC;
    }
    if (firstVersion
        && digest.equals(Optional.of(sha256("{\"dependencies\":" + requested + "}")))) {
      return ChartLock.Sync.IN_SYNC;
    }
    return namesRepositoryByAlias(declaring) ? ChartLock.Sync.UNKNOWN : ChartLock.Sync.STALE;
  }

  private static boolean namesRepositoryByAlias(YamlFile declaring) {
    return dependencies(declaring).map(StructFields::items).orElse(List.of()).stream()
        .flatMap(item -> StructFields.of(item).stream())
        .flatMap(entry -> entry.value("repository").flatMap(GoString::of).stream())
        .anyMatch(repository -> repository.startsWith("@") || repository.startsWith("alias:"));
  }

  private static Optional<YamlNode> dependencies(YamlFile file) {
    return StructFields.of(file)
        .flatMap(fields -> fields.value("dependencies"))
        .filter(node -> StructFields.resolve(node) instanceof YamlSequence);
  }

  /** Only what the chart asks for is cleaned by {@code Metadata.Validate} before it is hashed. */
  private static String list(YamlFile file, boolean sanitize) {
    Optional<YamlNode> found = dependencies(file);
    if (found.isEmpty()) {
      return "null";
    }
    GoJson json = new GoJson();
    json.raw("[");
    String separator = "";
    for (YamlNode item : StructFields.items(found.get())) {
      json.raw(separator);
      StructFields.of(item)
          .ifPresentOrElse(entry -> dependency(json, entry, sanitize), () -> json.raw("null"));
      separator = ",";
    }
    return json.raw("]").toString();
  }

  /** The fields in the order of Go's struct, without those that are empty and {@code omitempty}. */
  private static void dependency(GoJson json, StructFields entry, boolean sanitize) {
    json.raw("{\"name\":").string(text(entry, "name", sanitize));
    optional(json, "version", text(entry, "version", sanitize));
    json.raw(",\"repository\":").string(text(entry, "repository", sanitize));
    optional(json, "condition", text(entry, "condition", sanitize));
    List<YamlNode> tags = StructFields.items(entry.value("tags").orElse(null));
    if (!tags.isEmpty()) {
      json.raw(",\"tags\":[");
      String separator = "";
      for (YamlNode tag : tags) {
        json.raw(separator).string(clean(GoString.of(tag).orElse(""), sanitize));
        separator = ",";
      }
      json.raw("]");
    }
    if (entry.value("enabled").filter(DependencyDigest::isTrue).isPresent()) {
      json.raw(",\"enabled\":true");
    }
    List<YamlNode> imports = StructFields.items(entry.value("import-values").orElse(null));
    if (!imports.isEmpty()) {
      json.raw(",\"import-values\":").value(entry.value("import-values").orElse(null));
    }
    optional(json, "alias", text(entry, "alias", false));
    json.raw("}");
  }

  private static void optional(GoJson json, String name, String text) {
    if (!text.isEmpty()) {
      json.raw(",\"" + name + "\":").string(text);
    }
  }

  private static String text(StructFields entry, String name, boolean sanitize) {
    return clean(entry.value(name).flatMap(GoString::of).orElse(""), sanitize);
  }

  private static String clean(String text, boolean sanitize) {
    return sanitize ? MetadataReader.sanitized(text) : text;
  }

  private static boolean isTrue(@Nullable YamlNode node) {
    return StructFields.resolve(node) instanceof YamlScalar scalar
        && scalar.value() instanceof ScalarValue.Bool bool
        && bool.value();
  }

  private static String sha256(String text) {
    return "sha256:" + Sha256.hex(text);
  }

  /** Writes JSON as Go's {@code json.Marshal} does. */
  private static final class GoJson {

    private final StringBuilder out = new StringBuilder();

    GoJson raw(String text) {
      out.append(text);
      return this;
    }

    GoJson value(@Nullable YamlNode node) {
      switch (StructFields.resolve(node)) {
        case YamlMapping mapping -> mapping(mapping);
        case YamlSequence sequence -> sequence(sequence);
        case YamlScalar scalar -> scalar(scalar.value());
        case null -> raw("null");
        case dev.plimsoll.yaml.YamlAlias alias ->
            throw new IllegalStateException("Unresolved alias " + alias.name());
      }
      return this;
    }

    private void mapping(YamlMapping mapping) {
      StructFields fields = StructFields.of(mapping).orElseThrow();
      String separator = "{";
      for (String key : fields.entries().keySet().stream().sorted().toList()) {
        raw(separator).string(key).raw(":");
        fields.entry(key).ifPresent(entry -> value(entry.value()));
        separator = ",";
      }
      raw(separator.equals("{") ? "{}" : "}");
    }

    private void sequence(YamlSequence sequence) {
      String separator = "[";
      for (YamlNode item : sequence.items()) {
        raw(separator).value(item);
        separator = ",";
      }
      raw(separator.equals("[") ? "[]" : "]");
    }

    private void scalar(ScalarValue scalar) {
      switch (scalar) {
        case ScalarValue.Text text -> string(text.value());
        case ScalarValue.Bool bool -> raw(String.valueOf(bool.value()));
        case ScalarValue.Int number -> raw(number.value().toString());
        case ScalarValue.Float number -> raw(String.valueOf(number.value()));
        case ScalarValue.Null() -> raw("null");
      }
    }

    GoJson string(String text) {
      out.append('"');
      for (int i = 0; i < text.length(); i++) {
        letter(text.charAt(i));
      }
      out.append('"');
      return this;
    }

    private void letter(char letter) {
      switch (letter) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          boolean escaped =
              letter < ' '
                  || letter == '<'
                  || letter == '>'
                  || letter == '&'
                  || letter == '\u2028'
                  || letter == '\u2029';
          out.append(escaped ? "\\u%04x".formatted((int) letter) : String.valueOf(letter));
        }
      }
    }

    @Override
    public String toString() {
      return out.toString();
    }
  }
}
