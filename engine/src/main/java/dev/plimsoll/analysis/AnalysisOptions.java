package dev.plimsoll.analysis;

import dev.plimsoll.helmfile.HelmfileRequest;
import dev.plimsoll.helmfile.Permissions;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.values.HelmVersion;
import java.util.List;
import java.util.Optional;

/**
 * What a person asked for on top of the project file.
 *
 * @param environments only these; empty means all
 * @param layers values options of the command line, in Helm's order, behind those of each release
 * @param helm the Helm to model instead of the project's
 * @param profile the profile of every environment instead of the project's
 * @param namespace the namespace of every release instead of the project's
 * @param helmfile how helmfiles are loaded
 * @param shard the part of the matrix that is rendered; the values of the others are computed too,
 *     as rules compare them
 * @param live what the cluster of one release has answered; empty if nobody has asked it
 */
public record AnalysisOptions(
    List<String> environments,
    List<Layer> layers,
    Optional<HelmVersion> helm,
    Optional<Profile> profile,
    Optional<String> namespace,
    HelmfileRequest helmfile,
    Optional<Shard> shard,
    Optional<LiveCell> live) {

  public AnalysisOptions {
    environments = List.copyOf(environments);
    layers = List.copyOf(layers);
  }

  /** The whole matrix. */
  public AnalysisOptions(
      List<String> environments,
      List<Layer> layers,
      Optional<HelmVersion> helm,
      Optional<Profile> profile,
      Optional<String> namespace,
      HelmfileRequest helmfile) {
    this(
        environments,
        layers,
        helm,
        profile,
        namespace,
        helmfile,
        Optional.empty(),
        Optional.empty());
  }

  /** Nothing is asked of helmfiles. */
  public AnalysisOptions(
      List<String> environments,
      List<Layer> layers,
      Optional<HelmVersion> helm,
      Optional<Profile> profile,
      Optional<String> namespace) {
    this(environments, layers, helm, profile, namespace, HelmfileRequest.DEFAULT);
  }

  /** Everything as the project says. */
  public static AnalysisOptions none() {
    return new AnalysisOptions(
        List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Whether everything is looked at as the project says, in whatever shards. What is permitted, and
   * where fetched charts are kept, leaves nothing out.
   */
  boolean isAsTheProjectSays() {
    AnalysisOptions asked =
        withShard(Optional.empty()).withPermissions(HelmfileRequest.DEFAULT.permissions());
    return asked.equals(none());
  }

  private AnalysisOptions withPermissions(Permissions permissions) {
    return new AnalysisOptions(
        environments,
        layers,
        helm,
        profile,
        namespace,
        new HelmfileRequest(
            permissions, helmfile.options(), helmfile.roots(), helmfile.environments()),
        shard,
        live);
  }

  /** The same with another Helm to model. */
  public AnalysisOptions withHelm(HelmVersion version) {
    return new AnalysisOptions(
        environments, layers, Optional.of(version), profile, namespace, helmfile, shard, live);
  }

  /** The same for a part of the matrix. */
  public AnalysisOptions withShard(Optional<Shard> part) {
    return new AnalysisOptions(
        environments, layers, helm, profile, namespace, helmfile, part, live);
  }

  /** Whether an environment is among those that were asked for. */
  boolean asksFor(String environment) {
    return environments.isEmpty() || environments.contains(environment);
  }

  /** The same with what the cluster of one release has answered. */
  public AnalysisOptions withLive(LiveCell known) {
    return new AnalysisOptions(
        environments, layers, helm, profile, namespace, helmfile, shard, Optional.of(known));
  }
}
