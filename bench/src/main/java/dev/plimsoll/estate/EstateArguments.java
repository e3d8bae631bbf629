package dev.plimsoll.estate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to write and to measure.
 *
 * @param folder where the estate is written
 * @param helm a helm to compare with, also in its output
 * @param helmfile a helmfile to compare with, which needs helm
 * @param kubeScore what judges the output of helmfile
 */
record EstateArguments(
    EstateSize size,
    int runs,
    Path folder,
    Optional<Path> helm,
    Optional<Path> helmfile,
    Optional<Path> kubeScore) {

  static final String USAGE =
      """
      Usage: bench/estate --folder DIR [--charts N] [--releases N] [--environments N] [--runs N]
                          [--helm BINARY [--helmfile BINARY [--kube-score BINARY]]]
        --folder DIR       where the estate is written; what is there is replaced
        --charts ...       its size; default 10 charts, 50 releases, 4 environments
        --runs N           how often `plimsoll check` runs; default 5. The others run once.
        --helm BINARY      measure `helm template` in a loop, and compare every byte
        --helmfile BINARY  measure `helmfile template`
        --kube-score ...   measure it with what kube-score says of the output
      """;

  static EstateArguments parse(List<String> args) {
    int charts = EstateSize.USUAL.charts();
    int releases = EstateSize.USUAL.releases();
    int environments = EstateSize.USUAL.environments();
    int runs = 5;
    Optional<Path> folder = Optional.empty();
    Optional<Path> helm = Optional.empty();
    Optional<Path> helmfile = Optional.empty();
    Optional<Path> kubeScore = Optional.empty();
    for (int i = 0; i < args.size(); i += 2) {
      if (i + 1 == args.size()) {
        throw new IllegalArgumentException("`" + args.get(i) + "` needs a value.");
      }
      String value = args.get(i + 1);
      switch (args.get(i)) {
        case "--charts" -> charts = Integer.parseInt(value);
        case "--releases" -> releases = Integer.parseInt(value);
        case "--environments" -> environments = Integer.parseInt(value);
        case "--runs" -> runs = Integer.parseInt(value);
        case "--folder" -> folder = Optional.of(Path.of(value).toAbsolutePath().normalize());
        case "--helm" -> helm = Optional.of(binary(value));
        case "--helmfile" -> helmfile = Optional.of(binary(value));
        case "--kube-score" -> kubeScore = Optional.of(binary(value));
        default -> throw new IllegalArgumentException("Unknown option `" + args.get(i) + "`.");
      }
    }
    if (folder.isEmpty()
        || (helmfile.isPresent() && helm.isEmpty())
        || (kubeScore.isPresent() && helmfile.isEmpty())) {
      throw new IllegalArgumentException("A folder is needed, and helm for those that use it.");
    }
    EstateSize size = new EstateSize(charts, releases, environments);
    return new EstateArguments(size, runs, folder.get(), helm, helmfile, kubeScore);
  }

  private static Path binary(String text) {
    Path path = Path.of(text).toAbsolutePath();
    if (!Files.isExecutable(path)) {
      throw new IllegalArgumentException("`" + text + "` is no program.");
    }
    return path;
  }
}
