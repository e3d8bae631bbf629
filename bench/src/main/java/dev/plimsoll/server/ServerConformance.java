package dev.plimsoll.server;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.kubernetes.CustomResources;
import dev.plimsoll.kubernetes.ObjectValidator;
import dev.plimsoll.kubernetes.Violation;
import dev.plimsoll.render.KubeVersion;
import dev.plimsoll.server.ApiServer.Answer;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks a real API server and the engine the same about every object below some folders: {@code
 * ServerConformance KUBECONFIG FOLDER...}. Definitions of custom resources among the objects are
 * created for real first, so the server should have no other purpose.
 */
public final class ServerConformance {

  private static final int EXAMPLES = 8;

  private final ApiServer server;
  private final PrintStream out;
  private final Map<String, Unit> units = new LinkedHashMap<>();
  private int sameRefused;
  private int sameAccepted;
  private int sameFields;
  private final Map<String, List<String>> different = new TreeMap<>();

  /** One object, as it is sent. */
  private record Unit(String from, YamlNode node, String json) {

    String text(String... path) {
      return StructFields.find(node, path)
          .map(YamlEntry::value)
          .filter(dev.plimsoll.yaml.YamlScalar.class::isInstance)
          .map(value -> ((dev.plimsoll.yaml.YamlScalar) value).text())
          .orElse("");
    }
  }

  private ServerConformance(ApiServer server, PrintStream out) {
    this.server = server;
    this.out = out;
  }

  /** Exit code 0 if both say the same of every object, else 1. */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ServerConformance run = new ServerConformance(ApiServer.of(Path.of(args[0])), out);
    for (int i = 1; i < args.length; i++) {
      run.read(Path.of(args[i]));
    }
    System.exit(run.compare() ? 0 : 1);
  }

  private void read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString();
      for (YamlDocument document :
          YamlParser.parse(new SourceFile(name, Files.readString(file))).documents()) {
        add(name, document.root());
      }
    }
  }

  private void add(String from, @org.jspecify.annotations.Nullable YamlNode root) {
    if (!(StructFields.resolve(root) instanceof YamlMapping mapping)) {
      return;
    }
    Unit unit = new Unit(from, mapping, JsonWriter.write(mapping));
    if (unit.text("kind").equals("List")) {
      StructFields.find(mapping, "items").stream()
          .flatMap(entry -> StructFields.items(entry.value()).stream())
          .forEach(item -> add(from, item));
    } else if (!unit.text("kind").isEmpty() && !unit.text("apiVersion").isEmpty()) {
      units.putIfAbsent(unit.json(), unit);
    }
  }

  private boolean compare() throws InterruptedException {
    String version = server.version();
    CustomResources custom = CustomResources.of(prepare());
    ObjectValidator validator =
        new ObjectValidator(
            KubeVersion.parse(version, HelmVersion.parse("4.3.1").orElseThrow()).orElseThrow(),
            () -> custom);
    int unchecked = 0;
    for (Unit unit : units.values()) {
      ObjectValidator.Verdict ours = validator.check(unit.node());
      Answer theirs =
          server.judge(unit.text("apiVersion"), unit.text("kind"), namespace(unit), unit.json());
      if (ours.unknownKind().isPresent()) {
        unchecked++;
      } else {
        compare(unit, ours, theirs);
      }
    }
    out.println(
        "%s: %d objects, not checked %d, both accept %d, both refuse %d (same first field in %d), different %d"
            .formatted(
                version,
                units.size(),
                unchecked,
                sameAccepted,
                sameRefused,
                sameFields,
                different.values().stream().mapToInt(List::size).sum()));
    different.forEach((cause, examples) -> {
      out.println(examples.size() + " x " + cause);
      examples.stream().limit(EXAMPLES).forEach(example -> out.println("    " + example));
    });
    return different.isEmpty();
  }

  private void compare(Unit unit, ObjectValidator.Verdict ours, Answer theirs) {
    Set<String> fields =
        ours.violations().stream()
            .filter(Violation::refused)
            .map(Violation::path)
            .collect(Collectors.toCollection(TreeSet::new));
    if (ours.isRefused() == theirs.isRefused()) {
      if (!theirs.isRefused()) {
        sameAccepted++;
        return;
      }
      sameRefused++;
      if (theirs.fields().isEmpty()
          || theirs.fields().stream().anyMatch(field -> isAmong(field, fields))) {
        sameFields++;
      } else {
        out.println(
            "FIELDS "
                + unit.from()
                + " "
                + unit.text("kind")
                + ": ours "
                + fields
                + ", theirs "
                + theirs.fields()
                + " "
                + shorten(theirs.message()));
      }
      return;
    }
    String cause =
        ours.isRefused()
            ? "only we refuse: "
                + ours.violations().stream()
                    .filter(Violation::refused)
                    .map(found -> found.rule() + " " + found.path().replaceAll("\\[[0-9]+]", "[]"))
                    .findFirst()
                    .orElse("")
            : "only the server refuses: "
                + shorten(
                    theirs
                        .message()
                        .replaceAll("\"[^\"]*\" is invalid", "it is invalid")
                        .replaceAll("^\\S+ ", ""));
    different
        .computeIfAbsent(unit.text("kind") + " " + cause, _ -> new ArrayList<>())
        .add(
            unit.from()
                + " "
                + unit.text("metadata", "name")
                + " "
                + ours.violations().stream()
                    .filter(Violation::refused)
                    .map(Violation::message)
                    .findFirst()
                    .orElse(""));
  }

  private static boolean isAmong(String field, Set<String> ours) {
    String plain = field.replaceAll("\\[(?:\"[^\"]*\"|[^0-9\\]]*)]", "");
    return ours.stream().anyMatch(path -> path.startsWith(plain) || plain.startsWith(path));
  }

  private static String shorten(String message) {
    return message.length() <= 220 ? message : message.substring(0, 220) + "...";
  }

  private static String namespace(Unit unit) {
    String own = unit.text("metadata", "namespace");
    return own.isEmpty() ? "default" : own;
  }

  /** Creates what the objects need, and gives the definitions. */
  private List<YamlNode> prepare() throws InterruptedException {
    Set<String> namespaces = new HashSet<>();
    List<YamlNode> definitions = new ArrayList<>();
    for (Unit unit : units.values()) {
      namespaces.add(namespace(unit));
      if (unit.text("kind").equals("CustomResourceDefinition")) {
        Answer answer =
            server.create(unit.text("apiVersion"), "CustomResourceDefinition", "", unit.json());
        if (answer.status() == 201 || answer.status() == 409) {
          definitions.add(unit.node());
        }
      }
    }
    for (String namespace : namespaces) {
      server.create(
          "v1",
          "Namespace",
          "",
          "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\""
              + namespace
              + "\"}}");
    }
    Thread.sleep(3_000);
    server.forget();
    return definitions;
  }
}
