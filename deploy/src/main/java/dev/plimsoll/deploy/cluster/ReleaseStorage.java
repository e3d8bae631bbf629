package dev.plimsoll.deploy.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where Helm keeps releases. A record holds one revision; its form is that of the storage. */
public sealed interface ReleaseStorage permits ObjectStorage, SqlStorage {

  /** The one that {@code HELM_DRIVER} names, as helm itself finds it. */
  static ReleaseStorage find(Cluster cluster, Map<String, String> environment)
      throws ClusterFailure {
    String named = environment.getOrDefault("HELM_DRIVER", "");
    return switch (named) {
      case "", "secret", "secrets" -> new ObjectStorage(cluster, ObjectStorage.Kind.SECRET);
      case "configmap", "configmaps" -> new ObjectStorage(cluster, ObjectStorage.Kind.CONFIGMAP);
      case "sql" -> new SqlStorage(SqlAddress.of(environment));
      default ->
          throw new ClusterFailure(
              ClusterFailure.Kind.OTHER,
              "Releases that Helm keeps with HELM_DRIVER="
                  + named
                  + " are not read; secret, configmap and sql are.");
    };
  }

  /** Its name in a backup. */
  String driver();

  /** The resource that holds the records, as RBAC names it; empty outside the cluster. */
  Optional<String> resource();

  /** How large a record may be. */
  long largestRecord();

  /** The records of a release, in no order. */
  List<JsonNode> records(String namespace, String release) throws ClusterFailure;

  /** The name of a record. */
  String name(JsonNode record);

  /** What a record holds of the release: compressed, in base 64. */
  String body(JsonNode record);

  /** Writes another body and status, if the record is still as it was. */
  void replace(JsonNode record, String body, String status) throws ClusterFailure;

  /** Brings a record back; false if one of its name is there. */
  boolean create(JsonNode record) throws ClusterFailure;
}
