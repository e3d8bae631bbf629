package dev.plimsoll.manifest;

import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.render.Hook;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.origin.OriginFinder;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.template.value.Site;
import dev.plimsoll.template.value.TextBuilder;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One object of a release, as the API server would be given it. The items of a {@code List} are
 * objects of their own, as they are for {@code kubectl} and Helm.
 */
public final class KubernetesObject {

  /** A list in a list is legal, and nobody writes a third. */
  private static final int MAX_NESTING = 4;

  private final Document document;
  private final Field root;
  private final String apiVersion;
  private final String kind;
  private final String name;
  private final Optional<String> namespace;
  private final List<String> hookEvents;
  private final Optional<PodTemplate> podTemplate;

  /**
   * The text that an object stands in.
   *
   * @param name of the template, or of the file
   * @param origins of the text
   * @param start where the YAML begins in the text
   * @param hook what Helm makes of it
   * @param isRendered whether Helm was asked; a file may hold what Helm has printed
   * @param pods the kinds that make pods
   */
  private record Document(
      String name,
      OriginFinder origins,
      int start,
      Optional<Hook> hook,
      boolean isRendered,
      PodKinds pods) {}

  private KubernetesObject(Document document, @Nullable YamlNode node) {
    this.document = document;
    this.root = Field.root(this, node);
    this.apiVersion = text(root.get("apiVersion"));
    this.kind = text(root.get("kind"));
    Field metadata = root.get("metadata");
    this.name = text(metadata.get("name"));
    this.namespace = metadata.get("namespace").text().filter(text -> !text.isEmpty());
    this.hookEvents = hookEvents();
    this.podTemplate = PodTemplate.of(this, document.pods());
  }

  private List<String> hookEvents() {
    return document.isRendered()
        ? document.hook().map(Hook::events).orElse(List.of())
        : get("metadata", "annotations", Hook.ANNOTATION)
            .text()
            .map(text -> Pattern.compile("\\s*,\\s*").splitAsStream(text.strip()).toList())
            .orElse(List.of());
  }

  /** The objects that a rendered document holds; empty for one that holds none. */
  public static List<KubernetesObject> of(Manifest manifest) {
    return of(manifest, PodKinds.KNOWN);
  }

  /** The same where a project has kinds of its own that make pods. */
  public static List<KubernetesObject> of(Manifest manifest, PodKinds pods) {
    List<KubernetesObject> objects = new ArrayList<>();
    Document document =
        new Document(
            manifest.source(),
            manifest.template().origins(),
            manifest.span().start(),
            manifest.hook(),
            true,
            pods);
    collect(document, manifest.yaml().firstRoot(), 0, objects);
    return objects;
  }

  /** The objects of a file that no chart renders, each of its documents. */
  public static List<KubernetesObject> of(YamlFile file) {
    return of(file, PodKinds.KNOWN);
  }

  /** The same where a project has kinds of its own that make pods. */
  public static List<KubernetesObject> of(YamlFile file, PodKinds pods) {
    List<KubernetesObject> objects = new ArrayList<>();
    Document document = written(file, pods);
    for (YamlDocument each : file.documents()) {
      collect(document, each.root(), 0, objects);
    }
    return objects;
  }

  /**
   * A part of a file of another form, to be read with the same means and to be pointed at in the
   * same way.
   */
  public static KubernetesObject part(YamlFile file, YamlNode node) {
    return new KubernetesObject(written(file, PodKinds.KNOWN), node);
  }

  private static Document written(YamlFile file, PodKinds pods) {
    String text = file.source().text();
    Site whole = new Site(file.source(), new Span(0, text.length()));
    TracedText written = new TextBuilder().append(text, whole, Trace.NONE, 0).build();
    return new Document(
        file.source().path(), new OriginFinder(written), 0, Optional.empty(), false, pods);
  }

  private static void collect(
      Document document, @Nullable YamlNode node, int depth, List<KubernetesObject> objects) {
    KubernetesObject object = new KubernetesObject(document, node);
    if (depth < MAX_NESTING && object.kind().endsWith("List") && object.get("items").isList()) {
      for (Field item : object.get("items").items()) {
        collect(document, item.node().orElse(null), depth + 1, objects);
      }
    } else if (!object.kind().isEmpty()) {
      objects.add(object);
    }
  }

  /** The template that wrote it, as Helm names it, or the file that it stands in. */
  public String source() {
    return document.name();
  }

  /** The object itself. */
  public Field root() {
    return root;
  }

  public Field get(String... path) {
    return root.get(path);
  }

  /** {@code apps/v1}; empty if missing. */
  public String apiVersion() {
    return apiVersion;
  }

  /** The group of {@link #apiVersion}; empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  public String kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  /** What the object itself says; empty where Helm puts it into the release's namespace. */
  public Optional<String> namespace() {
    return namespace;
  }

  public Map<String, String> labels() {
    return texts(get("metadata", "labels"));
  }

  public Map<String, String> annotations() {
    return texts(get("metadata", "annotations"));
  }

  /** The texts of a map of scalars, such as labels, in the order of the text. */
  public static Map<String, String> texts(Field map) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Field field : map.fields()) {
      field.text().ifPresent(text -> texts.put(field.key(), text));
    }
    return texts;
  }

  /** Whether {@code helm test} alone creates it. */
  public boolean isTest() {
    return hookEvents.size() == 1 && Hook.TEST_EVENTS.contains(hookEvents.getFirst());
  }

  public boolean isHook() {
    return !hookEvents.isEmpty();
  }

  /** The pods that this object makes; empty for what makes none. */
  public Optional<PodTemplate> podTemplate() {
    return podTemplate;
  }

  /**
   * Its name for a report.
   *
   * @param releaseNamespace where objects go that name no namespace
   * @param field the field in question
   */
  public ObjectRef reference(String releaseNamespace, Field field) {
    return new ObjectRef(
        apiVersion(), kind(), namespace().orElse(releaseNamespace), name(), field.path());
  }

  /** {@code Deployment `shop`}, for messages. */
  public String title() {
    return kind() + " `" + name() + "`";
  }

  OriginFinder origins() {
    return document.origins();
  }

  /** A span of the document as one of what its template wrote. */
  Span inTemplate(Span span) {
    return span.shift(document.start());
  }

  /**
   * Where one would add what is missing.
   *
   * @param present the last field on the way that is there
   * @param missing the keys from there on
   */
  Optional<SpanOrigin> originOfMissing(Field present, List<String> missing) {
    Span parent = inTemplate(present.valueSpan());
    for (String key : missing) {
      Optional<SpanOrigin> found = origins().ofUnwritten(parent, key);
      if (found.isPresent()) {
        return found;
      }
    }
    String first = missing.isEmpty() ? "" : missing.getFirst();
    return origins().ofMissing(parent, first, inTemplate(present.headSpan()));
  }

  private static String text(Field field) {
    return field.text().orElse("");
  }

  @Override
  public String toString() {
    return kind() + "/" + name();
  }
}
