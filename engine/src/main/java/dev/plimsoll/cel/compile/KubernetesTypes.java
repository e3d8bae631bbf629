package dev.plimsoll.cel.compile;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The types of Kubernetes' variables. Each compiler has its own, as it adds what is composed. */
@SuppressWarnings(
    "Immutable") // The checker asks again for each expression; variables are added between them.
final class KubernetesTypes implements CelTypeProvider {

  static final CelType URL = OpaqueType.create("kubernetes.URL");
  static final CelType QUANTITY = OpaqueType.create("kubernetes.Quantity");
  static final CelType SEMVER = OpaqueType.create("kubernetes.Semver");
  static final CelType FORMAT = OpaqueType.create("kubernetes.NamedFormat");
  static final CelType IP = OpaqueType.create("net.IP");
  static final CelType CIDR = OpaqueType.create("net.CIDR");
  static final CelType AUTHORIZER = OpaqueType.create("kubernetes.authorization.Authorizer");
  static final CelType PATH_CHECK = OpaqueType.create("kubernetes.authorization.PathCheck");
  static final CelType GROUP_CHECK = OpaqueType.create("kubernetes.authorization.GroupCheck");
  static final CelType RESOURCE_CHECK = OpaqueType.create("kubernetes.authorization.ResourceCheck");
  static final CelType DECISION = OpaqueType.create("kubernetes.authorization.Decision");

  private static final String RELEASE = "plimsoll.Release";
  private static final String NAMED = "plimsoll.Named";

  static final String VARIABLES = "kubernetes.variables";

  private static final CelType STRINGS = ListType.create(SimpleType.STRING);
  private static final CelType LABELS = MapType.create(SimpleType.STRING, SimpleType.STRING);

  private final Map<String, Map<String, CelType>> structs = new LinkedHashMap<>();

  KubernetesTypes() {
    structs.put(VARIABLES, new LinkedHashMap<>());
    request();
    namespace();
    release();
  }

  static CelType of(VariableType type) {
    return switch (type) {
      case DYN -> SimpleType.DYN;
      case BOOL -> SimpleType.BOOL;
      case INT -> SimpleType.INT;
      case STRING -> SimpleType.STRING;
      case LIST -> ListType.create(SimpleType.DYN);
      case MAP -> MapType.create(SimpleType.STRING, SimpleType.DYN);
      case RELEASE -> StructTypeReference.create(RELEASE);
      case RELEASES -> ListType.create(StructTypeReference.create(RELEASE));
      case NAMED -> StructTypeReference.create(NAMED);
      case REQUEST -> StructTypeReference.create("kubernetes.AdmissionRequest");
      case NAMESPACE -> StructTypeReference.create("kubernetes.Namespace");
      case AUTHORIZER -> AUTHORIZER;
      case RESOURCE_CHECK -> RESOURCE_CHECK;
    };
  }

  /** From now on there is {@code variables.NAME}. */
  void addVariable(String name, CelType type) {
    structs.computeIfAbsent(VARIABLES, _ -> new LinkedHashMap<>()).put(name, type);
  }

  private void request() {
    Map<String, CelType> kind = struct("kubernetes.GroupVersionKind");
    Map<String, CelType> resource = struct("kubernetes.GroupVersionResource");
    for (String field : ImmutableList.of("group", "version")) {
      kind.put(field, SimpleType.STRING);
      resource.put(field, SimpleType.STRING);
    }
    kind.put("kind", SimpleType.STRING);
    resource.put("resource", SimpleType.STRING);
    Map<String, CelType> user = struct("kubernetes.UserInfo");
    user.put("username", SimpleType.STRING);
    user.put("uid", SimpleType.STRING);
    user.put("groups", STRINGS);
    user.put("extra", MapType.create(SimpleType.STRING, STRINGS));
    Map<String, CelType> request = struct("kubernetes.AdmissionRequest");
    request.put("kind", StructTypeReference.create("kubernetes.GroupVersionKind"));
    request.put("requestKind", StructTypeReference.create("kubernetes.GroupVersionKind"));
    request.put("resource", StructTypeReference.create("kubernetes.GroupVersionResource"));
    request.put("requestResource", StructTypeReference.create("kubernetes.GroupVersionResource"));
    for (String field :
        ImmutableList.of("subResource", "requestSubResource", "name", "namespace", "operation")) {
      request.put(field, SimpleType.STRING);
    }
    request.put("userInfo", StructTypeReference.create("kubernetes.UserInfo"));
    request.put("dryRun", SimpleType.BOOL);
    request.put("options", SimpleType.DYN);
  }

  private void release() {
    Map<String, CelType> release = struct(RELEASE);
    for (String field : ImmutableList.of("name", "namespace", "chart", "version", "appVersion")) {
      release.put(field, SimpleType.STRING);
    }
    release.put("values", MapType.create(SimpleType.STRING, SimpleType.DYN));
    release.put("objects", ListType.create(SimpleType.DYN));
    struct(NAMED).put("name", SimpleType.STRING);
  }

  private void namespace() {
    Map<String, CelType> condition = struct("kubernetes.NamespaceCondition");
    for (String field : ImmutableList.of("status", "type", "message", "reason")) {
      condition.put(field, SimpleType.STRING);
    }
    condition.put("lastTransitionTime", SimpleType.TIMESTAMP);
    struct("kubernetes.NamespaceSpec").put("finalizers", STRINGS);
    Map<String, CelType> status = struct("kubernetes.NamespaceStatus");
    status.put(
        "conditions", ListType.create(StructTypeReference.create("kubernetes.NamespaceCondition")));
    status.put("phase", SimpleType.STRING);
    Map<String, CelType> metadata = struct("kubernetes.NamespaceMetadata");
    for (String field :
        ImmutableList.of("name", "generateName", "namespace", "UID", "resourceVersion")) {
      metadata.put(field, SimpleType.STRING);
    }
    metadata.put("labels", LABELS);
    metadata.put("annotations", LABELS);
    metadata.put("creationTimestamp", SimpleType.TIMESTAMP);
    metadata.put("deletionTimestamp", SimpleType.TIMESTAMP);
    metadata.put("deletionGracePeriodSeconds", SimpleType.INT);
    metadata.put("generation", SimpleType.INT);
    metadata.put("finalizers", STRINGS);
    Map<String, CelType> namespace = struct("kubernetes.Namespace");
    namespace.put("metadata", StructTypeReference.create("kubernetes.NamespaceMetadata"));
    namespace.put("spec", StructTypeReference.create("kubernetes.NamespaceSpec"));
    namespace.put("status", StructTypeReference.create("kubernetes.NamespaceStatus"));
  }

  private Map<String, CelType> struct(String name) {
    return structs.computeIfAbsent(name, _ -> new LinkedHashMap<>());
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return structs.keySet().stream()
        .flatMap(name -> findType(name).stream())
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(structs.get(name))
        .map(fields ->
            StructType.create(
                name,
                ImmutableSet.copyOf(fields.keySet()),
                field -> Optional.ofNullable(fields.get(field))));
  }
}
