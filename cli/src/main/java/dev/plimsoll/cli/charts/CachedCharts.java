package dev.plimsoll.cli.charts;

import dev.plimsoll.chart.ChartSource;
import dev.plimsoll.chart.RemoteChart;
import dev.plimsoll.source.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Charts of a cache on disk, and of repositories and registries where that is permitted. Beside
 * each chart stands its digest, and a chart that has another one by now is not taken.
 */
public final class CachedCharts implements ChartSource {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]*");

  private final Optional<Path> cache;
  private final Optional<Path> helmCache;

  /** Where Helm 4 keeps what it has pulled, under the digest of each archive. */
  private final Optional<Path> contents;

  private final boolean mayDownload;
  private final Download download = new Download();
  private final HttpRepository repositories = new HttpRepository(download);
  private final OciRegistry registries = new OciRegistry(download);
  private final Map<RemoteChart, Answer> answers = new ConcurrentHashMap<>();

  /** What Helm's copies of indexes say, by repository and chart. */
  private final Map<String, ChartIndex> indexes = new ConcurrentHashMap<>();

  /**
   * @param environment says where caches are, as it does for Helm
   * @param mayDownload whether repositories and registries may be asked
   */
  public CachedCharts(Map<String, String> environment, boolean mayDownload) {
    Optional<Path> caches = caches(environment);
    this.cache =
        path(environment, "PLIMSOLL_CHART_CACHE")
            .or(() -> caches.map(folder -> folder.resolve("plimsoll").resolve("charts")));
    Optional<Path> ofHelm =
        path(environment, "HELM_CACHE_HOME").or(() -> caches.map(folder -> folder.resolve("helm")));
    this.helmCache =
        path(environment, "HELM_REPOSITORY_CACHE")
            .or(() -> ofHelm.map(folder -> folder.resolve("repository")));
    this.contents =
        path(environment, "HELM_CONTENT_CACHE")
            .or(() -> ofHelm.map(folder -> folder.resolve("content")));
    this.mayDownload = mayDownload;
  }

  /** The folders that charts are found in, which the analysis must be able to read. */
  public List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    if (mayDownload && cache.isPresent()) {
      try {
        // What is not there yet cannot be permitted to be read.
        Files.createDirectories(cache.get());
      } catch (IOException e) {
        return List.of();
      }
    }
    cache.ifPresent(folders::add);
    helmCache.ifPresent(folders::add);
    contents.ifPresent(folders::add);
    return folders;
  }

  @Override
  public Answer find(RemoteChart chart) {
    return answers.computeIfAbsent(chart, this::findNow);
  }

  private Answer findNow(RemoteChart chart) {
    if (!NAME.matcher(chart.name()).matches()) {
      return new Answer.Absent("and `" + chart.name() + "` is no name of a chart");
    }
    try {
      Optional<Path> known = Versions.isExact(chart) ? cached(chart) : cachedOfRange(chart);
      if (known.isPresent()) {
        return new Answer.Found(slashed(known.get()));
      }
      if (!mayDownload) {
        return NONE.find(chart);
      }
      if (cache.isEmpty()) {
        return new Answer.Absent(
            "and there is no folder to keep it in; say one in `PLIMSOLL_CHART_CACHE`");
      }
      Fetched fetched = chart.isOci() ? registries.fetch(chart) : repositories.fetch(chart);
      return new Answer.Found(slashed(keep(chart, fetched)));
    } catch (ChartUnavailable e) {
      return new Answer.Absent(e.reason());
    } catch (IOException e) {
      return new Answer.Absent("and the cache of charts cannot be used (" + e.getMessage() + ")");
    }
  }

  /**
   * What Helm itself would take of a range without asking: the newest that its copy of the index
   * has. Whoever may ask gets a newer answer.
   */
  private Optional<Path> cachedOfRange(RemoteChart chart) throws IOException, ChartUnavailable {
    Optional<ChartIndex> index = mayDownload ? Optional.empty() : index(chart);
    if (index.isEmpty()) {
      return Optional.empty();
    }
    Set<String> versions = index.get().versions();
    return versions.isEmpty()
        ? Optional.empty()
        : cached(chart.withVersion(Versions.choose(chart, versions)));
  }

  /** What Helm's copy of the index of a chart's repository says of the chart. */
  private Optional<ChartIndex> index(RemoteChart chart) throws IOException {
    if (helmCache.isEmpty() || !NAME.matcher(chart.repositoryName()).matches()) {
      return Optional.empty();
    }
    String key = chart.repositoryName() + "/" + chart.name();
    ChartIndex known = indexes.get(key);
    if (known == null) {
      Path index = helmCache.get().resolve(chart.repositoryName() + "-index.yaml");
      if (!Files.isRegularFile(index) || Files.size(index) > HttpRepository.LARGEST_INDEX) {
        return Optional.empty();
      }
      known = ChartIndex.of(chart, Files.readString(index));
      indexes.put(key, known);
    }
    return Optional.of(known);
  }

  /**
   * What Helm 4 has pulled of a chart ({@code downloader.DiskCache}): its index says the digest.
   */
  private Optional<Path> pulled(RemoteChart chart) throws IOException {
    Optional<String> digest = index(chart).flatMap(index -> index.digestOfAny(chart.version()));
    if (contents.isEmpty() || digest.isEmpty()) {
      return Optional.empty();
    }
    Path archive =
        contents.get().resolve(digest.get().substring(0, 2)).resolve(digest.get() + ".chart");
    return Files.isRegularFile(archive)
            && Files.size(archive) <= Fetched.LARGEST
            && Sha256.hex(Files.readAllBytes(archive)).equals(digest.get())
        ? Optional.of(archive)
        : Optional.empty();
  }

  private Optional<Path> cached(RemoteChart chart) throws IOException {
    String version = Versions.plain(chart.version());
    for (String written : List.of(chart.version(), version)) {
      String file = chart.name() + "-" + written + ".tgz";
      if (cache.isPresent()) {
        Path archive = folder(chart).resolve(file);
        if (Files.isRegularFile(archive) && isIntact(archive)) {
          return Optional.of(archive);
        }
      }
    }
    Optional<Path> byName =
        helmCache
            .map(folder -> folder.resolve(chart.name() + "-" + version + ".tgz"))
            .filter(Files::isRegularFile);
    return byName.isPresent() ? byName : pulled(chart);
  }

  private static boolean isIntact(Path archive) throws IOException {
    Path digest = digestFile(archive);
    return Files.isRegularFile(digest)
        && Files.size(archive) <= Fetched.LARGEST
        && Files.readString(digest).startsWith(Sha256.hex(Files.readAllBytes(archive)) + "  ");
  }

  private Path keep(RemoteChart chart, Fetched fetched) throws IOException, ChartUnavailable {
    if (!VERSION.matcher(fetched.version()).matches()) {
      throw new ChartUnavailable("and `" + fetched.version() + "` is no version");
    }
    Path folder = folder(chart);
    Files.createDirectories(folder);
    Path archive = folder.resolve(chart.name() + "-" + fetched.version() + ".tgz");
    // The form of sha256sum, with where it came from in a line of its own.
    String digest =
        fetched.digest() + "  " + archive.getFileName() + "\n# " + fetched.origin() + "\n";
    write(archive, fetched.archive());
    write(digestFile(archive), digest.getBytes(StandardCharsets.UTF_8));
    return archive;
  }

  /** Another run may want the same file at the same time. */
  private static void write(Path file, byte[] content) throws IOException {
    Path fresh = Files.createTempFile(file.getParent(), "download", ".tmp");
    Files.write(fresh, content);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path folder(RemoteChart chart) {
    String key = Sha256.hex(chart.repository());
    return cache.orElseThrow().resolve(key.substring(0, 16));
  }

  private static Path digestFile(Path archive) {
    return archive.resolveSibling(archive.getFileName() + ".sha256");
  }

  private static Optional<Path> caches(Map<String, String> environment) {
    return path(environment, "XDG_CACHE_HOME")
        .or(() -> path(environment, "HOME").map(home -> home.resolve(".cache")));
  }

  private static Optional<Path> path(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(text -> !text.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
