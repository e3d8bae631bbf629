package dev.plimsoll.lsp.feature;

import dev.plimsoll.kubernetes.KubernetesSchemas;
import dev.plimsoll.kubernetes.Schema;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.source.Location;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/** The fields of rendered manifests that a value decides, and what Kubernetes says of them. */
final class ManifestFields {

  /** More than these nobody reads. */
  private static final int MAX_FIELDS = 8;

  private static final int MAX_TEXTS = 2;

  private final RenderedChart rendered;
  private final Location place;
  private final Map<String, Optional<KubernetesTyping.Known>> found = new LinkedHashMap<>();

  private ManifestFields(RenderedChart rendered, Location place) {
    this.rendered = rendered;
    this.place = place;
  }

  /**
   * What a hover says of them, in Markdown; empty if there are none.
   *
   * @param place of the value that won
   */
  static String describe(RenderedChart rendered, Location place, CancelChecker cancel) {
    ManifestFields fields = new ManifestFields(rendered, place);
    for (Manifest manifest : rendered.objects()) {
      cancel.checkCanceled();
      for (KubernetesObject object : KubernetesObject.of(manifest)) {
        fields.collect(object.root(), object, ValuePath.ROOT);
      }
    }
    return fields.text();
  }

  private void collect(Field field, KubernetesObject object, ValuePath path) {
    List<Field> inner = field.isList() ? field.items() : field.fields();
    for (int i = 0; i < inner.size() && found.size() <= MAX_FIELDS; i++) {
      Field each = inner.get(i);
      ValuePath below = field.isList() ? path.index(i) : path.key(each.key());
      if (each.isMap() || each.isList()) {
        collect(each, object, below);
      } else if (isDecided(each)) {
        found.put(object.title() + ": `" + each.path() + "`", known(object, below));
      }
    }
  }

  private boolean isDecided(Field field) {
    return field
        .origin()
        .flatMap(SpanOrigin::valuesNode)
        .filter(node -> node.origin().location().equals(place))
        .isPresent();
  }

  private Optional<KubernetesTyping.Known> known(KubernetesObject object, ValuePath path) {
    return new KubernetesTyping(
            KubernetesSchemas.forVersion(rendered.kubernetes()), object.apiVersion(), object.kind())
        .field(path)
        .filter(known -> !isOfUser(known.field().schema()));
  }

  /** Texts under keys of the user's choice: of them Kubernetes can say nothing. */
  private static boolean isOfUser(Schema schema) {
    return schema instanceof Schema.MapOf map
        && map.values() instanceof Schema.Scalar scalar
        && scalar.type() == Schema.ScalarType.TEXT;
  }

  private String text() {
    if (found.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>(found.keySet());
    StringBuilder text = new StringBuilder("\nGoes to:\n\n");
    lines.stream().limit(MAX_FIELDS).forEach(line -> text.append("- ").append(line).append('\n'));
    if (lines.size() > MAX_FIELDS) {
      text.append("- and more\n");
    }
    found.values().stream()
        .flatMap(Optional::stream)
        .flatMap(ManifestFields::said)
        .distinct()
        .limit(MAX_TEXTS)
        .forEach(said -> text.append('\n').append(said).append('\n'));
    return text.toString();
  }

  private static Stream<String> said(KubernetesTyping.Known known) {
    return known.text().stream()
        .map(text -> "Kubernetes, `" + known.field().name() + "`: " + KubernetesWords.brief(text));
  }
}
