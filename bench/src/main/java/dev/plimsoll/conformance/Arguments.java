package dev.plimsoll.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to compare.
 *
 * @param charts folders that are searched for charts
 * @param helms the binaries
 * @param cache where the output of Helm is kept from run to run
 * @param only a part of the names of the renders that are wanted
 * @param examples how many renders are shown of each kind of difference
 */
record Arguments(
    List<Path> charts,
    List<HelmBinary> helms,
    Optional<Path> cache,
    Optional<String> only,
    int examples) {

  static final String USAGE =
      """
      Usage: bench/conformance --helm VERSION=BINARY... [--cache DIR] [--only TEXT] [--examples N] DIR...
        DIR                a folder with charts, at any depth
        --helm             a helm to compare with, such as 4.3.1=/usr/local/bin/helm
        --cache DIR        keep what Helm printed, for the next run over the same charts
        --only TEXT        only renders whose name contains TEXT
        --examples N       how many renders to show of each kind of difference; default 3
      """;

  static Arguments parse(List<String> args) {
    List<Path> charts = new ArrayList<>();
    List<HelmBinary> helms = new ArrayList<>();
    Optional<Path> cache = Optional.empty();
    Optional<String> only = Optional.empty();
    int examples = 3;
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (!arg.startsWith("--")) {
        charts.add(Path.of(arg).toAbsolutePath().normalize());
        continue;
      }
      if (++i == args.size()) {
        throw new IllegalArgumentException("`" + arg + "` needs a value.");
      }
      String value = args.get(i);
      switch (arg) {
        case "--helm" -> helms.add(HelmBinary.parse(value));
        case "--cache" -> cache = Optional.of(Path.of(value).toAbsolutePath());
        case "--only" -> only = Optional.of(value);
        case "--examples" -> examples = Integer.parseInt(value);
        default -> throw new IllegalArgumentException("Unknown option `" + arg + "`.");
      }
    }
    if (charts.isEmpty() || helms.isEmpty()) {
      throw new IllegalArgumentException("A folder and a helm are needed.");
    }
    return new Arguments(charts, helms, cache, only, examples);
  }
}
