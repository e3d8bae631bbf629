package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * One mistake of {@code fixtures/helmfile-mistakes}, where the fields are described.
 *
 * @param at {@code file:line:column-column}
 * @param fix {@code safe} or {@code unsafe}; empty if it is mended by hand
 */
record HelmfileMistake(
    String title,
    String section,
    String effect,
    String rule,
    String at,
    List<String> says,
    Optional<String> fix,
    Fields fields) {

  private static final Path FOLDER =
      Path.of("../fixtures/helmfile-mistakes").toAbsolutePath().normalize();
  private static final String HELMFILE = "helmfile.yaml.gotmpl";

  /** What a mistake says in its file. */
  record Fields(Map<String, Object> all) {

    Optional<String> text(String field) {
      return Optional.ofNullable((String) all.get(field));
    }

    List<String> texts(String field) {
      return list(field).stream().map(String::valueOf).toList();
    }

    List<?> list(String field) {
      return all.get(field) instanceof List<?> list ? list : List.of();
    }

    Map<?, ?> map(String field) {
      return all.get(field) instanceof Map<?, ?> map ? map : Map.of();
    }
  }

  static List<HelmfileMistake> all() throws IOException {
    List<Map<String, Object>> read =
        new Yaml().load(Files.readString(FOLDER.resolve("mistakes.yaml")));
    return read.stream().map(each -> of(new Fields(each))).toList();
  }

  private static HelmfileMistake of(Fields fields) {
    return new HelmfileMistake(
        fields.text("mistake").orElseThrow(),
        fields.text("section").orElseThrow(),
        fields.text("helmfile").orElseThrow(),
        fields.text("rule").orElseThrow(),
        fields.text("at").orElseThrow(),
        fields.texts("says"),
        fields.text("fix"),
        fields);
  }

  /** The estate that has no mistake: text by path. */
  static Map<String, String> clean() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    Path root = FOLDER.resolve("clean");
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        files.put(root.relativize(path).toString(), Files.readString(path));
      }
    }
    return files;
  }

  /** The estate with this mistake, and with nothing else. */
  Map<String, String> files() throws IOException {
    Map<String, String> files = clean();
    String path = fields.text("in").orElse(HELMFILE);
    String text = replaced(Objects.requireNonNull(files.remove(path), path), fields);
    for (Object more : fields.list("and")) {
      Map<String, Object> edit = new LinkedHashMap<>();
      ((Map<?, ?>) more).forEach((key, value) -> edit.put(String.valueOf(key), value));
      text = replaced(text, new Fields(edit));
    }
    text = fields.text("whole").orElse(text) + fields.text("append").orElse("");
    files.put(fields.text("rename").orElse(path), text);
    fields.text("delete").ifPresent(gone -> assertThat(files.remove(gone)).isNotNull());
    fields.map("more").forEach((name, value) -> files.put((String) name, (String) value));
    return files;
  }

  private static String replaced(String text, Fields edit) {
    Optional<String> old = edit.text("replace");
    if (old.isEmpty()) {
      return text;
    }
    assertThat(text).containsOnlyOnce(old.get());
    return text.replace(old.get(), edit.text("by").orElseThrow());
  }

  /** A command line with what this mistake wants besides. */
  String[] command(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(fields.texts("options"));
    return all.toArray(String[]::new);
  }

  int count() {
    return fields.all().get("count") instanceof Integer count ? count : 1;
  }

  @Override
  public String toString() {
    return rule + ": " + title;
  }
}
