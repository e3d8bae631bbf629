package dev.plimsoll.schema;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.schema.JsonTree.JsonArray;
import dev.plimsoll.schema.JsonTree.JsonBool;
import dev.plimsoll.schema.JsonTree.JsonObject;
import dev.plimsoll.schema.JsonTree.Member;
import dev.plimsoll.schema.SchemaNode.Resource;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schema file with every schema in it found, shaped and linked, as the compiler of
 * santhosh-tekuri/jsonschema v6 does it: resources by {@code $id}, anchors, drafts per resource.
 */
final class SchemaDocument {

  /** What Helm calls every schema; relative references start from here. */
  static final String ROOT_URI = "file:///values.schema.json";

  private static final int MAX_PROBLEMS = 50;

  private final SourceFile file;
  private final Map<String, SchemaNode> nodes = new LinkedHashMap<>();
  private final Map<String, Resource> resources = new LinkedHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final List<NotChecked> notChecked = new ArrayList<>();
  private @Nullable JsonTree root;

  private SchemaDocument(SourceFile file) {
    this.file = file;
  }

  /** Reads and links a schema file; whatever is wrong with it is in {@link #problems()}. */
  static SchemaDocument of(SourceFile file) {
    SchemaDocument document = new SchemaDocument(file);
    switch (JsonReader.read(file.text())) {
      case JsonReader.Result.Refused refused ->
          document.problem(
              refused.span(),
              "The schema is no JSON, so Helm refuses it: " + refused.reason() + ".");
      case JsonReader.Result.Read read -> document.link(read.root());
    }
    return document;
  }

  private void link(JsonTree tree) {
    root = tree;
    Optional<Draft> draft = draftOf(tree, Draft.DEFAULT);
    if (draft.isEmpty()) {
      return;
    }
    index(tree, "", new Resource("", ROOT_URI, draft.get(), new LinkedHashMap<>(), List.of()));
    if (problems.isEmpty()) {
      new ReferenceLinker(this).link();
    }
  }

  /** Whether values can be judged by this schema. */
  boolean isUsable() {
    return problems.isEmpty() && nodes.containsKey("");
  }

  SourceFile file() {
    return file;
  }

  List<Diagnostic> problems() {
    return problems;
  }

  List<NotChecked> notChecked() {
    return notChecked;
  }

  Iterable<Resource> resources() {
    return resources.values();
  }

  SchemaNode rootNode() {
    SchemaNode node = nodes.get("");
    if (node == null) {
      throw new IllegalStateException("An unusable schema has no root: " + file);
    }
    return node;
  }

  Optional<SchemaNode> node(String pointer) {
    return Optional.ofNullable(nodes.get(pointer));
  }

  Location at(Span span) {
    return file.at(span);
  }

  /** The key that introduces a schema, or the beginning of one that has none. */
  Span keySpan(SchemaNode node) {
    int slash = node.pointer().lastIndexOf('/');
    Span start = Span.at(node.tree().span().start());
    if (slash < 0) {
      return start;
    }
    String key = unescape(node.pointer().substring(slash + 1));
    return lookup(node.pointer().substring(0, slash)).orElse(null) instanceof JsonObject object
            && object.members().containsKey(key)
        ? object.members().get(key).keySpan()
        : start;
  }

  void problem(Span span, String message) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(Diagnostic.of(SchemaRules.INVALID_SCHEMA, file.at(span), message));
    }
  }

  void notChecked(Span span, String reason) {
    if (notChecked.size() < MAX_PROBLEMS) {
      notChecked.add(new NotChecked(reason, file.at(span), List.of()));
    }
  }

  /**
   * The schema at a pointer, also where no keyword says that a schema stands there: a reference may
   * lead anywhere. Empty if nothing stands there.
   */
  Optional<SchemaNode> nodeOrIndex(String pointer) {
    SchemaNode known = nodes.get(pointer);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<JsonTree> tree = lookup(pointer);
    tree.ifPresent(found -> index(found, pointer, resourceAround(pointer)));
    return node(pointer);
  }

  private Optional<JsonTree> lookup(String pointer) {
    JsonTree current = root;
    String[] tokens = pointer.split("/", -1);
    for (int i = 1; i < tokens.length && current != null; i++) {
      String token = unescape(tokens[i]);
      current =
          switch (current) {
            case JsonObject object -> {
              Member member = object.members().get(token);
              yield member == null ? null : member.value();
            }
            case JsonArray array -> item(array, token);
            case JsonTree.JsonText text -> null;
            case JsonTree.JsonNumber number -> null;
            case JsonBool bool -> null;
            case JsonTree.JsonNull none -> null;
          };
    }
    return Optional.ofNullable(current);
  }

  /** The keys of the object at a pointer. */
  Optional<Set<String>> membersAt(String pointer) {
    return lookup(pointer)
        .map(found -> found instanceof JsonObject object ? object.members().keySet() : Set.of());
  }

  private static @Nullable JsonTree item(JsonArray array, String token) {
    if (!token.matches("[+]?\\d{1,9}")) {
      return null;
    }
    int index = Integer.parseInt(token);
    return index < array.items().size() ? array.items().get(index) : null;
  }

  private Resource resourceAround(String pointer) {
    String prefix = pointer;
    while (!prefix.isEmpty()) {
      prefix = prefix.substring(0, prefix.lastIndexOf('/'));
      Resource resource = resources.get(prefix);
      if (resource != null) {
        return resource;
      }
    }
    return rootNode().resource();
  }

  private void index(JsonTree tree, String pointer, Resource around) {
    if (nodes.containsKey(pointer)) {
      return;
    }
    if (!(tree instanceof JsonObject object)) {
      boolean booleans = around.draft().version() > 4 || isAdditional(pointer);
      if (tree instanceof JsonBool && booleans) {
        nodes.put(pointer, new SchemaNode(this, pointer, tree, around));
        resources.putIfAbsent("", around);
      } else {
        String allowed = booleans ? "an object, `true` or `false`" : "an object";
        problem(tree.span(), "A schema must be " + allowed + ", and this is " + tree.kind() + ".");
      }
      return;
    }
    Resource resource = enter(object, pointer, around);
    nodes.put(pointer, new SchemaNode(this, pointer, tree, resource));
    SchemaShape.check(this, object, resource.draft());
    indexChildren(object, pointer, resource);
  }

  private static boolean isAdditional(String pointer) {
    return pointer.endsWith("/additionalProperties") || pointer.endsWith("/additionalItems");
  }

  private void indexChildren(JsonObject object, String pointer, Resource resource) {
    Draft draft = resource.draft();
    object
        .members()
        .forEach((keyword, member) -> {
          if (!draft.nestsSchemas(keyword)) {
            return;
          }
          String below = pointer + "/" + keyword;
          JsonTree value = member.value();
          if (value instanceof JsonArray array && Draft.SCHEMA_ARRAY.contains(keyword)) {
            for (int i = 0; i < array.items().size(); i++) {
              index(array.items().get(i), below + "/" + i, resource);
            }
          } else if (value instanceof JsonObject map && Draft.SCHEMA_MAP.contains(keyword)) {
            indexNamed(map, below, keyword, resource);
          } else if (Draft.ONE_SCHEMA.contains(keyword)) {
            index(value, below, resource);
          }
        });
  }

  private void indexNamed(JsonObject map, String below, String keyword, Resource resource) {
    map.members()
        .forEach((name, member) -> {
          boolean names = keyword.equals("dependencies") && member.value() instanceof JsonArray;
          if (!names) {
            index(member.value(), below + "/" + escape(name), resource);
          }
        });
  }

  /** The resource that {@code object} begins or lies in, with its anchors noted. */
  private Resource enter(JsonObject object, String pointer, Resource around) {
    Draft own = draftOf(object, around.draft()).orElse(around.draft());
    Optional<String> id = idOf(object, own);
    if (id.isEmpty() && !pointer.isEmpty()) {
      // Only a schema with an identity may change the draft.
      own = around.draft();
      id = idOf(object, own);
    }
    Resource resource = around;
    if (pointer.isEmpty() || id.isPresent()) {
      String uri = id.map(text -> UriText.resolve(around.uri(), text)).orElse(around.uri());
      resource = new Resource(pointer, uri, own, new LinkedHashMap<>(), new ArrayList<>());
      claim(resource, object);
    }
    noteAnchors(object, pointer, resource);
    return resource;
  }

  private void claim(Resource resource, JsonObject object) {
    boolean taken =
        resources.values().stream().anyMatch(other -> other.uri().equals(resource.uri()));
    if (taken) {
      problem(object.span(), "Two schemas have the identity `" + resource.uri() + "`.");
      return;
    }
    resources.put(resource.pointer(), resource);
  }

  private static Optional<String> idOf(JsonObject object, Draft draft) {
    if (draft.refHidesNeighbours() && object.members().containsKey("$ref")) {
      return Optional.empty();
    }
    return object
        .get(draft.idKeyword())
        .flatMap(JsonTree::text)
        .map(UriText::withoutFragment)
        .filter(id -> !id.isEmpty());
  }

  private void noteAnchors(JsonObject object, String pointer, Resource resource) {
    if (resource.draft().refHidesNeighbours()) {
      if (!object.members().containsKey("$ref")) {
        object
            .get(resource.draft().idKeyword())
            .flatMap(JsonTree::text)
            .map(UriText::fragment)
            .filter(fragment -> !fragment.isEmpty() && !fragment.startsWith("/"))
            .ifPresent(anchor -> noteAnchor(anchor, pointer, resource, object));
      }
      return;
    }
    object
        .get("$anchor")
        .flatMap(JsonTree::text)
        .ifPresent(anchor -> noteAnchor(anchor, pointer, resource, object));
    if (resource.draft().version() >= 2020) {
      object
          .get("$dynamicAnchor")
          .flatMap(JsonTree::text)
          .ifPresent(anchor -> {
            noteAnchor(anchor, pointer, resource, object);
            resource.dynamicAnchors().add(anchor);
          });
    }
  }

  private void noteAnchor(String anchor, String pointer, Resource resource, JsonObject object) {
    String earlier = resource.anchors().putIfAbsent(anchor, pointer);
    if (earlier != null && !earlier.equals(pointer)) {
      problem(object.span(), "Two schemas have the anchor `" + anchor + "`.");
    }
  }

  /** The draft that {@code $schema} names; empty, and said aloud, if Helm would have to load it. */
  private Optional<Draft> draftOf(JsonTree tree, Draft fallback) {
    Optional<JsonTree> named = tree.get("$schema").filter(value -> value.text().isPresent());
    if (named.isEmpty()) {
      return Optional.of(fallback);
    }
    String uri = named.get().text().orElse("");
    Optional<Draft> draft = Draft.named(uri);
    if (draft.isPresent()) {
      return draft;
    }
    Span span = named.get().span();
    if (UriText.isHttp(uri)) {
      notChecked(
          span,
          "The values were not checked against this schema, because its `$schema` names `"
              + Words.bounded(uri)
              + "`, which would have to be fetched; keep a copy in the chart and refer to that.");
    } else {
      problem(
          span,
          "`$schema` names `"
              + Words.bounded(uri)
              + "`, which is no draft that Helm knows; drafts 4, 6, 7, 2019-09 and 2020-12 are.");
    }
    return Optional.empty();
  }

  /** A key as one token of a JSON pointer (RFC 6901). */
  static String escape(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }

  private static String unescape(String token) {
    return token.replace("~1", "/").replace("~0", "~");
  }
}
