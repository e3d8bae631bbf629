package dev.plimsoll.helmfile;

import dev.plimsoll.chart.RemoteChart;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import java.util.Optional;

/** Which chart of a repository or registry a release names. */
public final class RemoteRelease {

  private RemoteRelease() {}

  /**
   * Empty where it names none that can be asked for: no repository is declared, or it is in git.
   */
  public static Optional<RemoteChart> chart(HelmfileRelease release) {
    String chart = release.chart().value();
    if (chart.startsWith(RemoteChart.OCI)) {
      return split(chart).map(parts -> remote(release, parts, Nodes.EMPTY));
    }
    Optional<ChartName> name = ChartName.ofRepository(chart);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    for (Value item : Nodes.items(release.stateSpec(), "repositories")) {
      if (item instanceof MapValue repository
          && Nodes.string(repository, "name").equals(name.get().repository())) {
        return ofRepository(release, repository, name.get().name());
      }
    }
    return Optional.empty();
  }

  private static Optional<RemoteChart> ofRepository(
      HelmfileRelease release, MapValue repository, String name) {
    String url = Nodes.string(repository, "url");
    if (url.isEmpty()) {
      return Optional.empty();
    }
    boolean isOci = Nodes.flag(repository, "oci").orElse(false);
    if (!isOci) {
      return Optional.of(remote(release, new ChartName(url, name), repository));
    }
    String address = url.startsWith(RemoteChart.OCI) ? url : RemoteChart.OCI + url;
    return split((address.endsWith("/") ? address : address + "/") + name)
        .map(parts -> remote(release, parts, repository));
  }

  private static Optional<ChartName> split(String address) {
    int slash = address.lastIndexOf('/');
    return slash <= RemoteChart.OCI.length()
        ? Optional.empty()
        : Optional.of(new ChartName(address.substring(0, slash), address.substring(slash + 1)));
  }

  private static RemoteChart remote(HelmfileRelease release, ChartName chart, MapValue repository) {
    String user = Nodes.string(repository, "username");
    String password = Nodes.string(repository, "password");
    boolean isPlainHttp =
        Nodes.flag(repository, "plainHttp").orElse(false)
            || Nodes.flag(release.spec(), "plainHttp").orElse(false);
    return new RemoteChart(
        chart.repository(),
        Nodes.string(repository, "name"),
        chart.name(),
        release.version(),
        Nodes.flag(release.spec(), "devel").orElse(false),
        isPlainHttp,
        user.isEmpty()
            ? Optional.empty()
            : Optional.of(new RemoteChart.Credentials(user, password)));
  }
}
