package dev.plimsoll.kubernetes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the API server checks of the volumes of a pod. */
final class VolumeChecks {

  private static final int LARGEST_MODE = 0777;

  private final Demands demands;

  VolumeChecks(Demands demands) {
    this.demands = demands;
  }

  void check(Part volume) {
    demands.requireText(volume, "name");
    demands.name(volume, "name", Names::dnsLabel);
    Set<String> sources = new LinkedHashSet<>(volume.fields().keySet());
    sources.remove("name");
    demands.atMostOne(volume, sources, "more than one source");
    volume.get("configMap").ifPresent(source -> files(source, "name"));
    volume.get("secret").ifPresent(source -> files(source, "secretName"));
    volume.get("persistentVolumeClaim").ifPresent(claim -> demands.requireText(claim, "claimName"));
    volume
        .get("hostPath")
        .ifPresent(source -> {
          demands.requireText(source, "path");
          source
              .get("path")
              .filter(path -> List.of(path.text().orElse("").split("/", -1)).contains(".."))
              .ifPresent(path -> demands.invalid(path, "must not contain `..`"));
        });
    volume.get("emptyDir").flatMap(source -> source.get("sizeLimit")).ifPresent(demands::amount);
    volume.get("projected").ifPresent(this::projected);
    volume.get("downwardAPI").ifPresent(this::downward);
    volume.get("csi").ifPresent(source -> demands.requireText(source, "driver"));
    volume.get("nfs").ifPresent(this::nfs);
    volume.get("ephemeral").ifPresent(source -> demands.require(source, "volumeClaimTemplate"));
  }

  private void nfs(Part source) {
    demands.requireText(source, "server");
    demands.requireText(source, "path");
    source
        .get("path")
        .filter(path -> path.text().filter(text -> !text.startsWith("/")).isPresent())
        .ifPresent(path -> demands.invalid(path, "must be an absolute path"));
  }

  private void files(Part source, String name) {
    demands.require(source, name);
    mode(source, "defaultMode");
    source.list("items").forEach(this::item);
  }

  private void mode(Part parent, String field) {
    parent
        .integer(field)
        .filter(mode -> mode < 0 || mode > LARGEST_MODE)
        .ifPresent(_ ->
            demands.invalid(
                parent.get(field).orElseThrow(),
                "takes a mode from 0 to 0777 (octal), which is 511 as a decimal number"));
  }

  private void item(Part item) {
    demands.requireText(item, "key");
    demands.requireText(item, "path");
    mode(item, "mode");
    path(item, "path");
  }

  /** A path below the volume. */
  void path(Part parent, String field) {
    parent
        .text(field)
        .filter(text -> text.startsWith("/") || List.of(text.split("/", -1)).contains(".."))
        .ifPresent(_ ->
            demands.invalid(parent.get(field).orElseThrow(), "takes a relative path without `..`"));
  }

  private void downward(Part source) {
    mode(source, "defaultMode");
    for (Part item : source.list("items")) {
      demands.requireText(item, "path");
      path(item, "path");
      mode(item, "mode");
      demands.exactlyOne(item, List.of("fieldRef", "resourceFieldRef"), "source");
    }
  }

  private void projected(Part source) {
    mode(source, "defaultMode");
    for (Part part : source.list("sources")) {
      Set<String> kinds = new LinkedHashSet<>(part.fields().keySet());
      demands.atMostOne(part, kinds, "more than one source");
      for (String kind : List.of("configMap", "secret")) {
        part.get(kind)
            .ifPresent(from -> {
              demands.require(from, "name");
              from.list("items").forEach(this::item);
            });
      }
      part.get("downwardAPI").ifPresent(this::downward);
      part.get("serviceAccountToken")
          .ifPresent(token -> {
            demands.requireText(token, "path");
            demands.range(token, "expirationSeconds", 600, 1L << 32);
          });
    }
  }
}
