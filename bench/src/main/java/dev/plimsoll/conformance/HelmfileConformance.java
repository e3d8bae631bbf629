package dev.plimsoll.conformance;

import dev.plimsoll.cli.Plimsoll;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.helmfile.HelmfileRequest;
import dev.plimsoll.helmfile.LoadOptions;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.Permissions;
import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.yaml.YamlParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists the releases of every helmfile below some folders, in every environment, once with the real
 * helmfile and once with Plimsoll, and compares what {@code helmfile list --output json} shows.
 */
public final class HelmfileConformance {

  private static final String USAGE =
      "Usage: helmfile-conformance list|template HELMFILE HELM-FOLDER DIR...";
  private static final int SECONDS = 60;

  private final String command;
  private final String helmfile;
  private final Path helm;
  private final String version;
  private final PrintStream out;
  private final Map<String, List<String>> different = new TreeMap<>();
  private final List<String> refusals = new ArrayList<>();
  private int cases;
  private int equal;
  private int refused;

  private HelmfileConformance(String command, String helmfile, Path helm, PrintStream out)
      throws IOException {
    this.command = command;
    this.helmfile = helmfile;
    this.helm = helm;
    this.version = version(helm);
    this.out = out;
  }

  /** The version of a Helm, as {@code --helm-version} takes it. */
  private static String version(Path helm) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            helm.resolve("helm").toString(), "version", "--template", "{{.Version}}");
    String text =
        new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher number = Pattern.compile("v?(\\d+\\.\\d+)").matcher(text);
    if (!number.find()) {
      throw new IOException("`helm version` says `" + text + "`.");
    }
    return number.group(1);
  }

  /** Exit code 0 if everything is equal, 1 if something differs, 2 for wrong usage. */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (args.length < 4) {
      out.println(USAGE);
      System.exit(2);
    }
    HelmfileConformance all =
        new HelmfileConformance(args[0], args[1], Path.of(args[2]).toAbsolutePath(), out);
    for (String folder : List.of(args).subList(3, args.length)) {
      all.compare(Path.of(folder).toRealPath());
    }
    all.print();
    System.exit(all.different.isEmpty() ? 0 : 1);
  }

  private void compare(Path root) throws IOException, InterruptedException {
    List<Path> found;
    try (Stream<Path> walk = Files.walk(root)) {
      found = walk.filter(HelmfileConformance::isHelmfile).sorted().toList();
    }
    for (Path path : found) {
      String file = root.relativize(path).toString();
      for (String environment : environments(root, file)) {
        compare(root, file, environment);
      }
    }
  }

  private static Set<String> environments(Path root, String file) throws IOException {
    Set<String> names = new LinkedHashSet<>(List.of("default"));
    HelmfileRequest request =
        new HelmfileRequest(Permissions.NONE, LoadOptions.NONE, List.of(), List.of());
    HelmfileEstate.load(
            new DiskFileTree(root, List.of()),
            List.of(file),
            List.of(),
            request,
            HelmVersion.NEWEST,
            YamlParser::parse)
        .environments()
        .stream()
        .map(LoadedEnvironment::name)
        .forEach(names::add);
    return names;
  }

  private void compare(Path root, String file, String environment)
      throws IOException, InterruptedException {
    cases++;
    Output theirs = helmfile(root, file, environment);
    Output ours = plimsoll(root, file, environment);
    String name = file + " -e " + environment;
    if (!theirs.succeeded()) {
      if (ours.succeeded()) {
        add("only helmfile refuses", name + ": " + last(theirs.error()));
      } else {
        refused++;
        refusals.add(name + ": " + last(theirs.error()) + "\n" + ours.error());
      }
    } else if (!ours.succeeded()) {
      add("only Plimsoll refuses", name + ": " + ours.error());
    } else if (theirs.text().strip().equals(ours.text().strip())) {
      equal++;
    } else {
      add("different", name + "\n  helmfile: " + theirs.text() + "\n  plimsoll: " + ours.text());
    }
  }

  private void add(String cause, String what) {
    different.computeIfAbsent(cause, ignored -> new ArrayList<>()).add(what);
  }

  private static String last(String error) {
    List<String> lines = error.lines().filter(line -> !line.isBlank()).toList();
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
  }

  private Output helmfile(Path root, String file, String environment)
      throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of(helmfile, "-f", file, "-e", environment, "--quiet", "--disable-force-update"));
    line.addAll(
        command.equals("list")
            ? List.of("list", "--output", "json", "--skip-charts")
            : List.of("template", "--skip-deps"));
    Path error = Files.createTempFile("helmfile", ".err");
    Path text = Files.createTempFile("helmfile", ".out");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .directory(root.toFile())
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(text.toFile())
              .redirectError(error.toFile());
      builder.environment().merge("PATH", helm.toString(), (old, own) -> own + ":" + old);
      Process process = builder.start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Output(false, new byte[0], "took too long");
      }
      boolean succeeded = process.exitValue() == 0;
      return new Output(succeeded, Files.readAllBytes(text), Files.readString(error));
    } finally {
      Files.delete(error);
      Files.delete(text);
    }
  }

  private Output plimsoll(Path root, String file, String environment) {
    List<String> line = new ArrayList<>();
    line.addAll(
        command.equals("list") ? List.of("releases", "--format", "json") : List.of("render"));
    if (command.equals("template")) {
      line.addAll(List.of("--helm-version", version));
    }
    line.addAll(List.of("-C", root.toString(), "-f", file, "-e", environment, "--debug"));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(text, true, StandardCharsets.UTF_8),
            new PrintStream(error, true, StandardCharsets.UTF_8),
            Map.of("PLIMSOLL_ALLOW", "env"),
            root,
            LocalDate.now(ZoneId.systemDefault()),
            false,
            false);
    boolean succeeded = new Plimsoll(console).run(line.toArray(String[]::new)) == 0;
    byte[] bytes =
        command.equals("list")
            ? HelmfileList.of(text.toString(StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8)
            : text.toByteArray();
    return new Output(succeeded, bytes, error.toString(StandardCharsets.UTF_8));
  }

  private void print() {
    out.printf(
        "%d helmfiles and environments: %d equal, %d refused by both, %d different%n",
        cases, equal, refused, cases - equal - refused);
    out.println("\nRefused by both:");
    refusals.forEach(out::println);
    different.forEach((cause, each) -> {
      out.printf("%n%4d x %s%n", each.size(), cause);
      each.forEach(out::println);
    });
  }

  private static boolean isHelmfile(Path path) {
    return Files.isRegularFile(path)
        && path.toString().matches(".*\\.ya?ml(\\.gotmpl)?")
        && HelmfileHead.isOne(path);
  }
}
