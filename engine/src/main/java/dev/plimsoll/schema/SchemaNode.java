package dev.plimsoll.schema;

import dev.plimsoll.schema.JsonTree.JsonArray;
import dev.plimsoll.schema.JsonTree.JsonBool;
import dev.plimsoll.schema.JsonTree.JsonObject;
import dev.plimsoll.schema.JsonTree.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One schema inside a schema file: an object, or {@code true} or {@code false}. */
final class SchemaNode {

  private final SchemaDocument document;
  private final String pointer;
  private final JsonTree tree;
  private final Resource resource;

  /** Filled while references are resolved, then only read. */
  private final Map<String, SchemaNode> targets = new LinkedHashMap<>();

  SchemaNode(SchemaDocument document, String pointer, JsonTree tree, Resource resource) {
    this.document = document;
    this.pointer = pointer;
    this.tree = tree;
    this.resource = resource;
  }

  /**
   * A schema with an identity of its own: the file, or a part with {@code $id}.
   *
   * @param pointer where it begins
   * @param uri its absolute identity
   * @param anchors names of places in it, with their pointers
   * @param dynamicAnchors those that {@code $dynamicRef} may find
   */
  record Resource(
      String pointer,
      String uri,
      Draft draft,
      Map<String, String> anchors,
      List<String> dynamicAnchors) {}

  /** The JSON pointer from the root of the file. */
  String pointer() {
    return pointer;
  }

  JsonTree tree() {
    return tree;
  }

  Resource resource() {
    return resource;
  }

  Draft draft() {
    return resource.draft();
  }

  /** The value of a boolean schema. */
  Optional<Boolean> constant() {
    return tree instanceof JsonBool bool ? Optional.of(bool.value()) : Optional.empty();
  }

  /**
   * The keyword, where it has a meaning: not beside an old {@code $ref}, not in a draft too old.
   */
  Optional<Member> keyword(String name) {
    if (!(tree instanceof JsonObject object)) {
      return Optional.empty();
    }
    Member member = object.members().get(name);
    if (member == null || !draft().knows(name)) {
      return Optional.empty();
    }
    boolean hidden =
        draft().refHidesNeighbours()
            && !name.equals("$ref")
            && object.members().containsKey("$ref")
            && object.members().get("$ref").value().text().isPresent();
    return hidden || isIdle(name, object) ? Optional.empty() : Optional.of(member);
  }

  /** Helm does not look at a branch that can never be taken. */
  private static boolean isIdle(String name, JsonObject object) {
    if (!name.equals("then") && !name.equals("else")) {
      return false;
    }
    Member condition = object.members().get("if");
    return condition == null
        || (condition.value() instanceof JsonBool always && always.value() == name.equals("else"));
  }

  /** The value of {@link #keyword}. */
  Optional<JsonTree> value(String name) {
    return keyword(name).map(Member::value);
  }

  /** The schema that is the value of a keyword. */
  Optional<SchemaNode> child(String keyword) {
    return value(keyword).flatMap(ignored -> document.node(pointer + "/" + keyword));
  }

  /** The schemas in the array that is the value of a keyword. */
  List<SchemaNode> children(String keyword) {
    List<SchemaNode> found = new ArrayList<>();
    if (value(keyword).orElse(null) instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        document.node(pointer + "/" + keyword + "/" + i).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The named schemas in the object that is the value of a keyword, in the order of the text. */
  Map<String, SchemaNode> named(String keyword) {
    Map<String, SchemaNode> found = new LinkedHashMap<>();
    if (value(keyword).orElse(null) instanceof JsonObject object) {
      for (String name : object.members().keySet()) {
        document
            .node(pointer + "/" + keyword + "/" + SchemaDocument.escape(name))
            .ifPresent(node -> found.put(name, node));
      }
    }
    return found;
  }

  /** Where a reference leads; empty if it is not followed. */
  Optional<SchemaNode> target(String refKeyword) {
    return Optional.ofNullable(targets.get(refKeyword));
  }

  /** All places to which this schema refers. */
  Iterable<SchemaNode> targets() {
    return targets.values();
  }

  void resolve(String refKeyword, SchemaNode target) {
    targets.put(refKeyword, target);
  }
}
