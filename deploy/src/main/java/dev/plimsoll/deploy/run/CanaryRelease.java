package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ObjectKey;
import dev.plimsoll.deploy.cluster.ReleaseStore;
import dev.plimsoll.deploy.helm.HelmFailure;
import dev.plimsoll.deploy.helm.HelmProcess;
import dev.plimsoll.deploy.helm.HelmRender;
import dev.plimsoll.deploy.helm.HelmRequest;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.json.ManifestJson;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A release beside that of the plan, with its chart and its values, in which a new version is tried
 * first. It is gone when the deploy is over, however that ends.
 */
final class CanaryRelease {

  private final DeployRequest request;
  private final String name;
  private final ReleaseStore store;

  private CanaryRelease(DeployRequest request, String name) {
    this.request = request;
    this.name = name;
    this.store = new ReleaseStore(request.store().storage(), request.plan().namespace(), name);
  }

  /** The one that the project names; empty if it names none. */
  static Optional<CanaryRelease> of(DeployRequest request) {
    return request
        .settings()
        .canary()
        .map(canary -> Json.text(canary, "release"))
        .filter(name -> !name.isEmpty())
        .map(name -> new CanaryRelease(request, name));
  }

  String name() {
    return name;
  }

  /** What helm is asked for a share. */
  HelmRequest asked(List<String> arguments, boolean waits) {
    return request.helmRequest(waits).named(name).with(arguments);
  }

  /** What helm makes of that, hooks included. */
  String manifest(List<String> arguments) throws HelmFailure {
    return HelmRender.of(request.helm().dryRun(asked(arguments, false)));
  }

  /**
   * Why the release cannot stand beside that of the plan, in a sentence: it must be new, and have
   * no object in common with the other.
   */
  Optional<String> obstacle(List<String> arguments) throws ClusterFailure, HelmFailure {
    if (name.equals(request.plan().release())) {
      return Optional.of("it is the name of the release itself.");
    }
    if (store.last().isPresent()) {
      return Optional.of("there is such a release already.");
    }
    return shared(manifest(arguments));
  }

  /**
   * Which object of a manifest is one of the release itself too, in a sentence: who takes the
   * canary away would take that as well.
   */
  Optional<String> shared(String manifest) {
    List<ObjectKey> own = keys(request.rendered());
    return keys(manifest).stream()
        .filter(key -> own.stream().anyMatch(key::isSameObject))
        .findFirst()
        .map(key -> "it would have " + key + ", which is an object of the release itself.");
  }

  private List<ObjectKey> keys(String manifest) {
    return ManifestJson.objects(manifest).stream()
        .map(object -> ObjectKey.of(object, request.plan().namespace()))
        .toList();
  }

  /** Lets helm go on with a release at which another one of it has died. */
  void unlock() throws ClusterFailure {
    store.markPendingFailed(Rollback.STOPPED);
  }

  /** Takes it away; why that failed, in a sentence. */
  Optional<String> takeAway(Rollback.Children children) throws IOException {
    try {
      unlock();
      HelmProcess helm = request.helm().uninstall(name, request.plan().namespace());
      children.note(helm.child());
      return Rollback.ended(helm, request.timeout());
    } catch (ClusterFailure failure) {
      return Optional.of(failure.reason());
    } catch (HelmFailure failure) {
      return Optional.of(failure.reason());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("it was interrupted.");
    }
  }
}
