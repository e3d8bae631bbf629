package dev.plimsoll.kubernetes;

import dev.plimsoll.kubernetes.SchemaFile.KindEntry;
import dev.plimsoll.render.KubeVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The kinds that one version of Kubernetes has by itself. Nothing is read before it is asked for.
 * Thread-safe.
 */
public final class KubernetesSchemas {

  private static final Map<Integer, KubernetesSchemas> KNOWN = new ConcurrentHashMap<>();

  private final int minor;
  private final int version;
  private final SchemaFile file;
  private final Map<Integer, Schema> types = new ConcurrentHashMap<>();

  private KubernetesSchemas(int minor) {
    this.file = Holder.FILE;
    this.minor = minor;
    this.version = file.minors().indexOf(minor);
  }

  /** Loaded when the first object is judged. */
  private static final class Holder {
    private static final SchemaFile FILE = SchemaFile.load();
  }

  /** Loaded when a person asks what a field is for. */
  private static final class Texts {
    private static final FieldTexts FILE = Holder.FILE.texts();
  }

  /** The minor versions of Kubernetes 1 that are known, in order. */
  public static List<Integer> minors() {
    return Holder.FILE.minors();
  }

  /** The schemas of a version, or of the known version that is nearest to it. */
  public static KubernetesSchemas forVersion(KubeVersion wanted) {
    int minor = ApiLifecycles.minor(wanted);
    List<Integer> known = minors();
    return ofMinor(Math.clamp(minor, known.getFirst(), known.getLast()));
  }

  /** The schemas of a known minor version. */
  public static KubernetesSchemas ofMinor(int minor) {
    return KNOWN.computeIfAbsent(minor, KubernetesSchemas::new);
  }

  /** Whether these are the schemas of a version, and not of one that is near to it. */
  public boolean isOf(KubeVersion version) {
    return ApiLifecycles.minor(version) == minor;
  }

  /** The minor version whose schemas these are. */
  public int minor() {
    return minor;
  }

  /** A kind that can be created; empty if this version does not have it. */
  public Optional<ApiResource> resource(String apiVersion, String kind) {
    return Optional.ofNullable(file.kind(version, apiVersion, kind)).map(this::resource);
  }

  /** Every kind that can be created, in order. */
  public List<ApiResource> resources() {
    return file.kinds(version).stream().map(this::resource).toList();
  }

  /** Whether an API group is Kubernetes' own, so that a kind that is not here is nowhere. */
  public boolean hasGroup(String group) {
    return file.kinds(version).stream()
        .anyMatch(entry -> ApiResource.group(entry.apiVersion()).equals(group));
  }

  /** The API versions of a group that have a kind. */
  public List<String> apiVersions(String group, String kind) {
    List<String> found = new ArrayList<>();
    for (KindEntry entry : file.kinds(version)) {
      if (entry.kind().equals(kind) && ApiResource.group(entry.apiVersion()).equals(group)) {
        found.add(entry.apiVersion());
      }
    }
    return found;
  }

  /** The kinds of an API version. */
  public List<String> kindsOf(String apiVersion) {
    TreeSet<String> found = new TreeSet<>();
    for (KindEntry entry : file.kinds(version)) {
      if (entry.apiVersion().equals(apiVersion)) {
        found.add(entry.kind());
      }
    }
    return List.copyOf(found);
  }

  private ApiResource resource(KindEntry entry) {
    return new ApiResource(
        entry.apiVersion(), entry.kind(), entry.isNamespaced(), type(entry.type()));
  }

  private Schema type(int number) {
    Schema known = types.get(number);
    if (known != null) {
      return known;
    }
    Schema.Struct made =
        new Schema.Struct(
            () -> file.fields(number, version, this::type),
            false,
            field -> Texts.FILE.of(number, field));
    Schema before = types.putIfAbsent(number, made);
    return before == null ? made : before;
  }
}
