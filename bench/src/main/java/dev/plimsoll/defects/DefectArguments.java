package dev.plimsoll.defects;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to plant where.
 *
 * @param charts how many charts of each folder
 * @param leaves how many leaves the values of a chart may have; each is changed once
 * @param examples how many are shown of each kind
 */
record DefectArguments(
    List<Path> folders, int charts, long seed, int leaves, int examples, PeerTools peers) {

  static final String USAGE =
      """
      Usage: bench/defects [OPTION VALUE]... DIR...
        DIR                a folder with charts, at any depth
        --charts N         how many charts of each folder, chosen by the seed; default 20
        --seed N           default 1
        --leaves N         leave charts out whose values have more leaves; default 150
        --examples N       how many to show of each kind; default 5
        --kube-score BIN   compare with kube-score
        --kubeconform BIN  compare with kubeconform; it needs
        --schemas DIR      a folder with its schemas, one {{kind}}{{suffix}}.json for each kind
      """;

  static DefectArguments parse(List<String> args) {
    List<Path> folders = new ArrayList<>();
    int charts = 20;
    long seed = 1;
    int leaves = 150;
    int examples = 5;
    Optional<Path> kubeScore = Optional.empty();
    Optional<Path> kubeconform = Optional.empty();
    Optional<Path> schemas = Optional.empty();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (!arg.startsWith("--")) {
        folders.add(Path.of(arg).toAbsolutePath().normalize());
        continue;
      }
      if (++i == args.size()) {
        throw new IllegalArgumentException("`" + arg + "` needs a value.");
      }
      String value = args.get(i);
      switch (arg) {
        case "--charts" -> charts = Integer.parseInt(value);
        case "--seed" -> seed = Long.parseLong(value);
        case "--leaves" -> leaves = Integer.parseInt(value);
        case "--examples" -> examples = Integer.parseInt(value);
        case "--kube-score" -> kubeScore = Optional.of(Path.of(value).toAbsolutePath());
        case "--kubeconform" -> kubeconform = Optional.of(Path.of(value).toAbsolutePath());
        case "--schemas" -> schemas = Optional.of(Path.of(value).toAbsolutePath());
        default -> throw new IllegalArgumentException("Unknown option `" + arg + "`.");
      }
    }
    if (folders.isEmpty()) {
      throw new IllegalArgumentException("A folder is needed.");
    }
    return new DefectArguments(
        folders, charts, seed, leaves, examples, new PeerTools(kubeScore, kubeconform, schemas));
  }
}
