package dev.plimsoll.lsp.feature;

import dev.plimsoll.kubernetes.ApiResource;
import dev.plimsoll.kubernetes.Schema;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.ValuePath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What can be typed in the objects of a template, and what is known of their fields. */
final class KubernetesWords {

  /** How many characters there is room for beside other things. */
  private static final int BRIEF = 300;

  private static final ValuePath API_VERSION = ValuePath.ROOT.key("apiVersion");
  private static final ValuePath KIND = ValuePath.ROOT.key("kind");

  private final Context context;

  KubernetesWords(Context context) {
    this.context = context;
  }

  /** A field that a template writes, with what Kubernetes says of it. */
  record Described(Span span, String text) {}

  void complete(int offset, CompletionItems items) {
    YamlTyping typing = YamlTyping.at(context.source(), offset);
    KubernetesTyping object = KubernetesTyping.at(context, offset);
    if (typing.isValue()) {
      values(object, typing, items);
      return;
    }
    Optional<Schema> here =
        typing.path().steps().isEmpty() && object.resource().isEmpty()
            ? Optional.empty()
            : object.schema(typing.path());
    if (here.isPresent() && here.get() instanceof Schema.Struct struct) {
      struct
          .fields()
          .values()
          .forEach(field ->
              items.key(
                  field.name(),
                  suffix(field.schema()),
                  words(field),
                  struct.text(field.name()).map(KubernetesWords::markdown),
                  typing.typed()));
    }
    if (typing.path().steps().isEmpty()) {
      items.key("apiVersion", ": ", "text", typing.typed());
      items.key("kind", ": ", "text", typing.typed());
    }
    items.remove(typing.siblings());
  }

  private static void values(KubernetesTyping object, YamlTyping typing, CompletionItems items) {
    if (typing.path().equals(API_VERSION)) {
      TreeSet<String> versions = new TreeSet<>();
      for (ApiResource each : object.schemas().resources()) {
        if (object.kind().isEmpty() || each.kind().equals(object.kind())) {
          versions.add(each.apiVersion());
        }
      }
      versions.forEach(version -> items.value(version, typing.typed()));
    } else if (typing.path().equals(KIND)) {
      TreeSet<String> kinds = new TreeSet<>(object.schemas().kindsOf(object.apiVersion()));
      if (kinds.isEmpty()) {
        object.schemas().resources().forEach(each -> kinds.add(each.kind()));
      }
      kinds.forEach(kind -> items.value(kind, typing.typed()));
    } else if (object.schema(typing.path()).orElse(null) instanceof Schema.Scalar scalar) {
      scalar.allowed().forEach(text -> items.value(text, typing.typed()));
      if (scalar.type() == Schema.ScalarType.BOOLEAN) {
        List.of("true", "false").forEach(text -> items.value(text, typing.typed()));
      }
    }
  }

  /** What is below a map or a list goes on the next line. */
  private static String suffix(Schema schema) {
    return schema instanceof Schema.Scalar ? ": " : ":";
  }

  /** The field whose key is at an offset; empty for what Kubernetes does not know. */
  Optional<Described> describe(int offset) {
    Optional<YamlKey> key =
        YamlKey.at(context.source(), offset).filter(found -> found.span().touches(offset));
    if (key.isEmpty()) {
      return Optional.empty();
    }
    KubernetesTyping object = KubernetesTyping.at(context, offset);
    return object
        .field(key.get().path())
        .flatMap(field ->
            object
                .resource()
                .map(resource -> new Described(key.get().span(), text(object, resource, field))));
  }

  private static String text(
      KubernetesTyping object, ApiResource resource, KubernetesTyping.Known known) {
    return "`%s` of %s (`%s`, Kubernetes 1.%d)\n\n%s%s"
        .formatted(
            known.path().toString().replace("[0]", "[]"),
            resource.kind(),
            resource.apiVersion(),
            object.schemas().minor(),
            words(known.field()),
            known.text().map(text -> "\n\n" + markdown(text)).orElse(""));
  }

  /** The first sentences of what a field is for. */
  static String brief(String text) {
    String paragraph = text.lines().findFirst().orElse("");
    int end = paragraph.lastIndexOf(". ", BRIEF);
    return markdown(
        paragraph.length() > BRIEF && end > 0 ? paragraph.substring(0, end + 1) : paragraph);
  }

  /** What is in angle brackets would be taken for HTML. */
  private static String markdown(String text) {
    return text.replace("<", "\\<");
  }

  private static String words(Schema.Field field) {
    StringBuilder text = new StringBuilder(type(field.schema()));
    if (field.required()) {
      text.append(", required");
    }
    if (!field.defaultValue().isEmpty()) {
      text.append(", default `").append(field.defaultValue()).append('`');
    }
    if (field.schema() instanceof Schema.Scalar scalar && !scalar.allowed().isEmpty()) {
      text.append(", one of `").append(String.join("`, `", scalar.allowed())).append('`');
    }
    return text.toString();
  }

  private static String type(Schema schema) {
    return switch (schema) {
      case Schema.Anything _ -> "anything";
      case Schema.Scalar scalar -> scalar.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      case Schema.ListOf list -> "list of " + type(list.items());
      case Schema.MapOf map -> "map of " + type(map.values());
      case Schema.Struct _ -> "object";
    };
  }
}
