package dev.plimsoll.lsp.feature;

import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.kubernetes.ApiResource;
import dev.plimsoll.kubernetes.KubernetesSchemas;
import dev.plimsoll.kubernetes.Schema;
import dev.plimsoll.lsp.feature.Layers.TemplateUse;
import dev.plimsoll.render.Capabilities;
import dev.plimsoll.render.KubeVersion;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.ValuePath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The object of a template around a place, told by its lines: a template is rarely YAML, and what
 * is being typed even less.
 *
 * @param schemas of the Kubernetes that the template is rendered for
 * @param apiVersion as it is written, empty if it is not, or by an action
 * @param kind the same
 */
record KubernetesTyping(KubernetesSchemas schemas, String apiVersion, String kind) {

  private static final Pattern HEAD =
      Pattern.compile("(apiVersion|kind): *[\"']?([\\w./-]+)[\"']?\\s*");

  /** The object around an offset of the document. */
  static KubernetesTyping at(Context context, int offset) {
    String apiVersion = "";
    String kind = "";
    LineIndex lines = context.source().lines();
    int first = lines.lineOf(offset);
    while (first > 1 && !isSeparator(context, first - 1)) {
      first--;
    }
    for (int i = first; i <= lines.lineCount() && (i == first || !isSeparator(context, i)); i++) {
      Matcher head = HEAD.matcher(context.source().text(lines.line(i)));
      if (head.matches()) {
        boolean isKind = head.group(1).equals("kind");
        kind = isKind ? head.group(2) : kind;
        apiVersion = isKind ? apiVersion : head.group(2);
      }
    }
    return new KubernetesTyping(KubernetesSchemas.forVersion(version(context)), apiVersion, kind);
  }

  private static boolean isSeparator(Context context, int line) {
    return context.source().text(context.source().lines().line(line)).startsWith("---");
  }

  private static KubeVersion version(Context context) {
    Layers layers = new Layers(context);
    List<ReleaseInstance> releases =
        layers.ofTemplate(context.path()).stream().map(TemplateUse::release).toList();
    return layers
        .shown(releases)
        .flatMap(ReleaseInstance::rendered)
        .map(RenderedChart::kubernetes)
        .orElseGet(() -> Capabilities.of(HelmVersion.NEWEST).kube());
  }

  /** The kind of the object; empty for one that Kubernetes does not have by itself. */
  Optional<ApiResource> resource() {
    if (!apiVersion.isEmpty()) {
      return schemas.resource(apiVersion, kind);
    }
    // An action chooses the version; the fields of all are nearly the same.
    return schemas.resources().stream().filter(each -> each.kind().equals(kind)).findFirst();
  }

  /** What stands at a path of the object; empty where anything may. */
  Optional<Schema> schema(ValuePath path) {
    return resource().flatMap(resource -> schema(resource.schema(), path));
  }

  private static Optional<Schema> schema(Schema root, ValuePath path) {
    @Nullable Schema at = root;
    for (ValuePath.Step step : path.steps()) {
      at = below(at, step);
      if (at == null) {
        return Optional.empty();
      }
    }
    return Optional.of(at);
  }

  private static @Nullable Schema below(Schema schema, ValuePath.Step step) {
    return switch (schema) {
      case Schema.Struct struct when step instanceof ValuePath.Key(String name) -> {
        Schema.Field field = struct.fields().get(name);
        yield field == null ? null : field.schema();
      }
      case Schema.MapOf map when step instanceof ValuePath.Key -> map.values();
      case Schema.ListOf list when step instanceof ValuePath.Index -> list.items();
      case Schema.Struct _, Schema.MapOf _, Schema.ListOf _, Schema.Scalar _, Schema.Anything _ ->
          null;
    };
  }

  /**
   * A field that Kubernetes has.
   *
   * @param path of the field
   * @param text what it is for; empty if nobody says
   */
  record Known(ValuePath path, Schema.Field field, Optional<String> text) {}

  /**
   * The field at a path, or the one whose items or keys of the user's choice the path leads to;
   * empty for what is unknown.
   */
  Optional<Known> field(ValuePath path) {
    @Nullable Schema at = resource().map(ApiResource::schema).orElse(null);
    @Nullable Known last = null;
    ValuePath here = ValuePath.ROOT;
    for (ValuePath.Step step : path.steps()) {
      if (at == null) {
        return Optional.empty();
      }
      here = here.step(step);
      if (at instanceof Schema.Struct struct && step instanceof ValuePath.Key(String name)) {
        Schema.Field field = struct.fields().get(name);
        last = field == null ? null : new Known(here, field, struct.text(name));
      }
      at = below(at, step);
    }
    return at == null ? Optional.empty() : Optional.ofNullable(last);
  }
}
