package dev.plimsoll.chart;

import java.util.Optional;

/**
 * A chart in a repository or registry.
 *
 * @param repository the address of the repository; {@code oci://} and the folder for a registry
 * @param repositoryName what Helm calls the repository here; empty where it has no name
 * @param name of the chart in it
 * @param version a version or a range; empty for the newest
 * @param takesPrereleases whether the newest may be one
 * @param isPlainHttp whether a registry is asked without TLS
 * @param credentials what the state file says to log in with
 */
public record RemoteChart(
    String repository,
    String repositoryName,
    String name,
    String version,
    boolean takesPrereleases,
    boolean isPlainHttp,
    Optional<Credentials> credentials) {

  /** The scheme of registries. */
  public static final String OCI = "oci://";

  /** Whether it lies in a registry. */
  public boolean isOci() {
    return repository.startsWith(OCI);
  }

  /** The same chart in another version. */
  public RemoteChart withVersion(String newVersion) {
    return new RemoteChart(
        repository, repositoryName, name, newVersion, takesPrereleases, isPlainHttp, credentials);
  }

  /** A user and a password. */
  public record Credentials(String user, String password) {

    /** Without the password: this may be printed. */
    @Override
    public String toString() {
      return user;
    }
  }
}
