package dev.plimsoll.conformance;

import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.helmfile.HelmfileRequest;
import dev.plimsoll.helmfile.HelmfileSources;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks the real helmfile and Plimsoll the same of every helmfile below some folders, in every
 * environment, and compares the answers.
 */
public final class HelmfileConformance {

  private HelmfileConformance() {}

  /** Exit code 0 if everything is equal, 1 if something differs, 2 for wrong usage. */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    HelmfileArguments arguments;
    try {
      arguments = HelmfileArguments.parse(List.of(args));
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.println(HelmfileArguments.USAGE);
      System.exit(2);
      return;
    }
    HelmfileSummary summary = new HelmfileSummary();
    try (HelmfileWorld world = new HelmfileWorld(arguments)) {
      for (Path folder : arguments.folders()) {
        for (HelmfileCase each : cases(folder.toRealPath())) {
          arguments.question().ask(each, world).forEach(summary::add);
        }
      }
    }
    out.print(summary.text());
    System.exit(summary.isEqual() ? 0 : 1);
  }

  private static List<HelmfileCase> cases(Path root) throws IOException {
    List<Path> found;
    try (Stream<Path> walk = Files.walk(root)) {
      found = walk.filter(HelmfileConformance::isHelmfile).sorted().toList();
    }
    List<HelmfileCase> cases = new ArrayList<>();
    for (Path path : found) {
      String file = root.relativize(path).toString();
      environments(root, file)
          .forEach(environment -> cases.add(new HelmfileCase(root, file, environment)));
    }
    return cases;
  }

  private static Set<String> environments(Path root, String file) throws IOException {
    Set<String> names = new LinkedHashSet<>(List.of("default"));
    HelmfileEstate.load(
            new HelmfileSources(
                new DiskFileTree(root, List.of()),
                List.of(file),
                List.of(),
                HelmfileRequest.DEFAULT,
                HelmVersion.NEWEST,
                YamlParser::parse))
        .environments()
        .stream()
        .map(LoadedEnvironment::name)
        .forEach(names::add);
    return names;
  }

  private static boolean isHelmfile(Path path) {
    return Files.isRegularFile(path)
        && path.toString().matches(".*\\.ya?ml(\\.gotmpl)?")
        && HelmfileHead.isOne(path);
  }
}
