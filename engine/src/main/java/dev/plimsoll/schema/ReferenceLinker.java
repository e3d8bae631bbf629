package dev.plimsoll.schema;

import dev.plimsoll.schema.JsonTree.JsonText;
import dev.plimsoll.schema.JsonTree.Member;
import dev.plimsoll.schema.SchemaNode.Resource;
import dev.plimsoll.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows every reference that can be reached from the root, as Helm's compiler does: a broken one
 * in a definition that nobody uses does not matter.
 */
final class ReferenceLinker {

  /** Schemas that apply to the very same value one inside the other; networknt recurses on them. */
  private static final int MAX_CHAIN = 200;

  private static final List<String> REFERENCES = List.of("$ref", "$recursiveRef", "$dynamicRef");

  /** Keywords that hand the same value on to another schema. */
  private static final List<String> SAME_VALUE =
      List.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else");

  private final SchemaDocument document;
  private final Set<String> reached = new HashSet<>();
  private final Deque<SchemaNode> waiting = new ArrayDeque<>();

  ReferenceLinker(SchemaDocument document) {
    this.document = document;
  }

  void link() {
    enqueue(document.rootNode());
    List<SchemaNode> all = new ArrayList<>();
    while (!waiting.isEmpty()) {
      SchemaNode node = waiting.remove();
      all.add(node);
      for (String keyword : REFERENCES) {
        node.keyword(keyword).ifPresent(member -> follow(node, keyword, member));
      }
      children(node).forEach(this::enqueue);
    }
    Map<String, Integer> depths = new HashMap<>();
    for (SchemaNode node : all) {
      chainLength(node, depths, new HashSet<>());
    }
  }

  private void enqueue(SchemaNode node) {
    if (reached.add(node.pointer())) {
      waiting.add(node);
    }
  }

  /** The schemas directly inside a schema that can take part in a judgement. */
  static List<SchemaNode> children(SchemaNode node) {
    List<SchemaNode> children = new ArrayList<>();
    for (String keyword : Draft.SCHEMA_MAP) {
      if (!keyword.equals("definitions") && !keyword.equals("$defs")) {
        children.addAll(node.named(keyword).values());
      }
    }
    for (String keyword : Draft.SCHEMA_ARRAY) {
      children.addAll(node.children(keyword));
    }
    boolean tuple = node.value("items").orElse(null) instanceof JsonTree.JsonArray;
    for (String keyword : Draft.ONE_SCHEMA) {
      // Beside one schema for all items, no item is additional, and Helm does not look there.
      boolean idle = keyword.equals("additionalItems") && !tuple;
      if (!keyword.equals("contentSchema") && !idle) {
        node.child(keyword).ifPresent(children::add);
      }
    }
    return children;
  }

  private void follow(SchemaNode node, String keyword, Member member) {
    if (!(member.value() instanceof JsonText text)) {
      return;
    }
    String uri = UriText.resolve(node.resource().uri(), UriText.withoutFragment(text.value()));
    Optional<Resource> resource = resource(uri);
    if (resource.isEmpty()) {
      outside(text.span(), text.value(), uri);
      return;
    }
    String fragment = UriText.fragment(text.value());
    Optional<SchemaNode> target = inside(resource.get(), fragment);
    if (target.isEmpty()) {
      document.problem(text.span(), unresolved(text.value(), fragment));
      return;
    }
    if (isDynamic(keyword, fragment, target.get())) {
      document.notChecked(
          text.span(),
          "What `"
              + keyword
              + "` leads to depends on how it is reached, because several schemas in this file"
              + " offer the same dynamic anchor; values below it were not checked.");
      return;
    }
    node.resolve(keyword, target.get());
    enqueue(target.get());
  }

  private String unresolved(String reference, String fragment) {
    String message = "`" + Words.bounded(reference) + "` leads nowhere in this schema";
    int slash = fragment.lastIndexOf('/');
    if (slash < 0) {
      return message + ".";
    }
    return document
        .membersAt(fragment.substring(0, slash))
        .flatMap(names -> NearName.of(fragment.substring(slash + 1), names))
        .map(near -> message + ": did you mean `#" + fragment.substring(0, slash + 1) + near + "`?")
        .orElse(message + ".");
  }

  private Optional<Resource> resource(String uri) {
    if (uri.equals(SchemaDocument.ROOT_URI)) {
      return Optional.of(document.rootNode().resource());
    }
    for (Resource resource : document.resources()) {
      if (resource.uri().equals(uri)) {
        return Optional.of(resource);
      }
    }
    return Optional.empty();
  }

  private Optional<SchemaNode> inside(Resource resource, String fragment) {
    if (fragment.isEmpty() || fragment.startsWith("/")) {
      return document.nodeOrIndex(resource.pointer() + fragment);
    }
    return Optional.ofNullable(resource.anchors().get(fragment)).flatMap(document::nodeOrIndex);
  }

  private boolean isDynamic(String keyword, String fragment, SchemaNode target) {
    int offers = 0;
    for (Resource resource : document.resources()) {
      boolean offersIt =
          switch (keyword) {
            case "$dynamicRef" ->
                target.resource().dynamicAnchors().contains(fragment)
                    && resource.dynamicAnchors().contains(fragment);
            case "$recursiveRef" ->
                isRecursiveAnchor(target.resource()) && isRecursiveAnchor(resource);
            default -> false;
          };
      offers += offersIt ? 1 : 0;
    }
    return offers > 1;
  }

  private boolean isRecursiveAnchor(Resource resource) {
    return document
        .node(resource.pointer())
        .flatMap(node -> node.value("$recursiveAnchor"))
        .filter(value -> value instanceof JsonTree.JsonBool bool && bool.value())
        .isPresent();
  }

  private void outside(Span span, String reference, String uri) {
    if (uri.startsWith("urn:")) {
      // Helm logs a warning and takes a schema that accepts everything.
      return;
    }
    if (UriText.isHttp(uri)) {
      document.notChecked(
          span,
          "Values below this reference were not checked, because `"
              + Words.bounded(uri)
              + "` would have to be fetched; keep a copy in the chart and refer to that.");
      return;
    }
    String message =
        uri.startsWith("file:")
            ? "Helm looks for `"
                + Words.bounded(reference)
                + "` at the root of the file system of whoever runs it, never in the chart; a"
                + " schema has to be one file."
            : "Helm cannot load `"
                + Words.bounded(reference)
                + "`: a reference leads into this file, or to an `http` or `https` URL.";
    document.problem(span, message);
  }

  /** How many schemas may judge one value one inside the other, starting from {@code node}. */
  private int chainLength(SchemaNode node, Map<String, Integer> known, Set<String> open) {
    Integer length = known.get(node.pointer());
    if (length != null) {
      return length;
    }
    if (!open.add(node.pointer())) {
      // A circle: it matters only if values get there, and then the evaluation says so.
      return 0;
    }
    if (open.size() > MAX_CHAIN) {
      document.problem(
          referenceSpan(node),
          "More than "
              + MAX_CHAIN
              + " schemas lead to one another here, which is the limit; the values were not"
              + " checked.");
      return 0;
    }
    int longest = 0;
    for (SchemaNode next : sameValue(node)) {
      longest = Math.max(longest, chainLength(next, known, open));
    }
    open.remove(node.pointer());
    known.put(node.pointer(), longest + 1);
    return longest + 1;
  }

  private static List<SchemaNode> sameValue(SchemaNode node) {
    List<SchemaNode> next = new ArrayList<>();
    node.targets().forEach(next::add);
    for (String keyword : SAME_VALUE) {
      next.addAll(node.children(keyword));
      node.child(keyword).ifPresent(next::add);
    }
    next.addAll(node.named("dependentSchemas").values());
    next.addAll(node.named("dependencies").values());
    return next;
  }

  private static Span referenceSpan(SchemaNode node) {
    return REFERENCES.stream()
        .flatMap(keyword -> node.value(keyword).stream())
        .findFirst()
        .orElse(node.tree())
        .span();
  }
}
