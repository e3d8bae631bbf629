package dev.plimsoll.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to compare.
 *
 * @param question the subcommand of helmfile
 * @param helmfile the binary, or its name
 * @param helm the folder of the binary {@code helm}
 * @param sops the binary that opens secrets for helmfile; empty if secrets stay shut
 * @param repositories folders of charts that stand for the repositories of these names
 * @param folders that are searched for helmfiles
 */
record HelmfileArguments(
    HelmfileQuestion question,
    String helmfile,
    Path helm,
    Optional<Path> sops,
    Map<String, Path> repositories,
    List<Path> folders) {

  static final String USAGE =
      """
      Usage: bench/helmfile-conformance list|template|write-values|build HELMFILE HELM-FOLDER [OPTION...] DIR...
        HELMFILE                 the real helmfile
        HELM-FOLDER              the folder of the `helm` that it calls
        --sops FILE              the real sops, which opens secrets for helmfile with the keys of SOPS_AGE_KEY_FILE;
                                 helmfile gets what Plimsoll has in place of each leaf
        --repository NAME=DIR    serve the charts of DIR to helmfile as the repository NAME
        DIR                      a folder with helmfiles, at any depth
      """;

  private static final int LEADING = 3;

  static HelmfileArguments parse(List<String> args) {
    List<String> plain = new ArrayList<>();
    Optional<Path> sops = Optional.empty();
    Map<String, Path> repositories = new LinkedHashMap<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (!arg.startsWith("--")) {
        plain.add(arg);
        continue;
      }
      if (++i == args.size()) {
        throw new IllegalArgumentException("`" + arg + "` needs a value.");
      }
      switch (arg) {
        case "--sops" -> sops = Optional.of(Path.of(args.get(i)).toAbsolutePath());
        case "--repository" -> addRepository(repositories, args.get(i));
        default -> throw new IllegalArgumentException("Unknown option `" + arg + "`.");
      }
    }
    if (plain.size() <= LEADING) {
      throw new IllegalArgumentException("A subcommand, two binaries and a folder are needed.");
    }
    return new HelmfileArguments(
        HelmfileQuestion.of(plain.getFirst()),
        plain.get(1),
        Path.of(plain.get(2)).toAbsolutePath(),
        sops,
        repositories,
        plain.subList(LEADING, plain.size()).stream().map(Path::of).toList());
  }

  private static void addRepository(Map<String, Path> repositories, String text) {
    String[] parts = text.split("=", 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException("`--repository " + text + "` is not NAME=DIR.");
    }
    repositories.put(parts[0], Path.of(parts[1]).toAbsolutePath());
  }
}
