package dev.plimsoll.cel.policy;

import dev.plimsoll.cel.value.CelList;
import dev.plimsoll.cel.value.CelMap;
import dev.plimsoll.cel.value.CelNull;
import dev.plimsoll.cel.value.CelValues;
import dev.plimsoll.cel.value.MapValue;
import dev.plimsoll.cel.value.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of an expression of a policy. */
final class RequestValues {

  private static final Unknown USER = new Unknown("who asks for the object");

  private final AdmissionObject object;
  private final Object params;
  private final AdmissionContext context;

  RequestValues(AdmissionObject object, Object params, AdmissionContext context) {
    this.object = object;
    this.params = params;
    this.context = context;
  }

  @Nullable Object get(String name) {
    return switch (name) {
      case "object" -> object.value();
      case "oldObject" -> CelNull.NULL;
      case "params" -> params;
      case "request" -> request();
      case "namespaceObject" -> namespace();
      case "authorizer", "authorizer.requestResource" -> new Unknown("what the user may do");
      default -> null;
    };
  }

  /** The API server does not show conditions the namespace. */
  @Nullable Object getForConditions(String name) {
    return name.equals("namespaceObject") ? CelNull.NULL : get(name);
  }

  private Object request() {
    ResourceKind kind = object.kind();
    Map<String, Object> ofKind = new LinkedHashMap<>();
    ofKind.put("group", kind.group());
    ofKind.put("version", kind.version());
    Map<String, Object> ofResource = new LinkedHashMap<>(ofKind);
    ofKind.put("kind", kind.kind());
    ofResource.put("resource", kind.resource());
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("uid", "");
    request.put("kind", ofKind);
    request.put("resource", ofResource);
    request.put("requestKind", ofKind);
    request.put("requestResource", ofResource);
    if (!object.name().isEmpty()) {
      request.put("name", object.name());
    }
    String namespace = object.isNamespace() ? object.name() : object.namespace();
    if (!namespace.isEmpty()) {
      request.put("namespace", namespace);
    }
    request.put("operation", "CREATE");
    request.put("userInfo", USER);
    request.put("dryRun", context.dryRun());
    request.put("options", new Unknown("the options of the request"));
    return CelValues.of(request);
  }

  private Object namespace() {
    if (object.namespace().isEmpty()) {
      return CelNull.NULL;
    }
    for (AdmissionObject known : context.objects()) {
      if (known.isNamespace() && known.name().equals(object.namespace())) {
        return namespace(known);
      }
    }
    return new Unknown("the namespace " + object.namespace());
  }

  /** A namespace with what the API server adds to it. */
  private static Object namespace(AdmissionObject given) {
    Map<Object, Object> metadata = new LinkedHashMap<>();
    if (given.value().get("metadata") instanceof CelMap own) {
      copy(own, metadata);
    }
    Map<Object, Object> labels = new LinkedHashMap<>();
    copy(given.labels(), labels);
    labels.put("kubernetes.io/metadata.name", given.name());
    metadata.put("labels", MapValue.of(labels));
    for (String field : List.of("uid", "resourceVersion", "creationTimestamp", "generation")) {
      metadata.putIfAbsent(field, new Unknown("the " + field + " of the namespace"));
    }
    CelList finalizers = (CelList) CelValues.of(List.of("kubernetes"));
    return MapValue.of(
        Map.of(
            "metadata", MapValue.of(metadata),
            "spec", MapValue.of(Map.of("finalizers", finalizers)),
            "status", MapValue.of(Map.of("phase", "Active"))));
  }

  private static void copy(CelMap from, Map<Object, Object> to) {
    for (Object key : from.keys()) {
      Object value = from.get(key);
      if (value != null) {
        to.put(key, value);
      }
    }
  }
}
