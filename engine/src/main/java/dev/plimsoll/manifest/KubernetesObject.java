package dev.plimsoll.manifest;

import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.origin.OriginFinder;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One object of a release, as the API server would be given it. The items of a {@code List} are
 * objects of their own, as they are for {@code kubectl} and Helm.
 */
public final class KubernetesObject {

  /** A list in a list is legal, and nobody writes a third. */
  private static final int MAX_NESTING = 4;

  private final Manifest manifest;
  private final Field root;
  private @Nullable OriginFinder origins;

  private KubernetesObject(Manifest manifest, @Nullable YamlNode node) {
    this.manifest = manifest;
    this.root = Field.root(this, node);
  }

  /** The objects that a document holds; empty for one that holds none. */
  public static List<KubernetesObject> of(Manifest manifest) {
    List<KubernetesObject> objects = new ArrayList<>();
    collect(manifest, manifest.yaml().firstRoot(), 0, objects);
    return objects;
  }

  private static void collect(
      Manifest manifest, @Nullable YamlNode node, int depth, List<KubernetesObject> objects) {
    KubernetesObject object = new KubernetesObject(manifest, node);
    if (depth < MAX_NESTING && object.kind().endsWith("List") && object.get("items").isList()) {
      for (Field item : object.get("items").items()) {
        collect(manifest, item.node().orElse(null), depth + 1, objects);
      }
    } else if (!object.kind().isEmpty()) {
      objects.add(object);
    }
  }

  public Manifest manifest() {
    return manifest;
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
    return text("apiVersion");
  }

  /** The group of {@link #apiVersion}; empty for the core group. */
  public String group() {
    String apiVersion = apiVersion();
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  public String kind() {
    return text("kind");
  }

  public String name() {
    return text("metadata", "name");
  }

  /** What the object itself says; empty where Helm puts it into the release's namespace. */
  public Optional<String> namespace() {
    return get("metadata", "namespace").text().filter(text -> !text.isEmpty());
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
    return manifest.hook().filter(hook -> hook.isTest() && hook.events().size() == 1).isPresent();
  }

  public boolean isHook() {
    return manifest.hook().isPresent();
  }

  /** The pods that this object makes; empty for what makes none. */
  public Optional<PodTemplate> podTemplate() {
    return PodTemplate.of(this);
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
    OriginFinder known = origins;
    if (known == null) {
      known = new OriginFinder(manifest.template().text());
      origins = known;
    }
    return known;
  }

  /** A span of the document as one of what its template wrote. */
  Span inTemplate(Span span) {
    return span.shift(manifest.span().start());
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

  private String text(String... path) {
    return get(path).text().orElse("");
  }

  @Override
  public String toString() {
    return kind() + "/" + name();
  }
}
