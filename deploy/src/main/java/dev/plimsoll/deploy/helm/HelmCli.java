package dev.plimsoll.deploy.helm;

import dev.plimsoll.deploy.cluster.Kubeconfig;
import dev.plimsoll.deploy.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The helm of the person who deploys, 3 or 4. */
public final class HelmCli {

  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\.(\\d+)[^+\\s]*");

  private final Path program;
  private final Map<String, String> environment;
  private final List<String> clusterArguments;
  private final String version;

  private HelmCli(
      Path program,
      Map<String, String> environment,
      List<String> clusterArguments,
      String version) {
    this.program = program;
    this.environment = environment;
    this.clusterArguments = clusterArguments;
    this.version = version;
  }

  /**
   * Finds helm.
   *
   * @param named what {@code --helm} says; otherwise the PATH is searched
   */
  public static HelmCli find(
      Optional<String> named, Map<String, String> environment, Path directory) throws HelmFailure {
    Path program =
        named.isPresent()
            ? directory.resolve(named.get())
            : ShortCommand.onPath(environment, "helm")
                .orElseThrow(() ->
                    new HelmFailure(
                        "There is no `helm` on the PATH, and deploys are done with your own, 3 or 4:"
                            + " install it, or say where it is with --helm."));
    if (!Files.isExecutable(program) || Files.isDirectory(program)) {
      throw new HelmFailure("`" + program + "` is no program.");
    }
    // To say its version, helm would ask the database of its releases too.
    Map<String, String> withoutReleases = new HashMap<>(environment);
    withoutReleases.remove("HELM_DRIVER");
    HelmCli unknown = new HelmCli(program, withoutReleases, List.of(), "");
    String said = unknown.output(List.of("version", "--short"));
    Matcher matcher = VERSION.matcher(said);
    if (!matcher.find() || Integer.parseInt(matcher.group(1)) < 3) {
      throw new HelmFailure("`" + program + "` is no Helm 3 or later.");
    }
    return new HelmCli(program, environment, List.of(), matcher.group());
  }

  /** The same for one cluster. */
  public HelmCli on(Kubeconfig kubeconfig, String context) {
    return new HelmCli(program, environment, kubeconfig.helmArguments(context), version);
  }

  /** Its version as it says it ({@code v4.3.1}). */
  public String version() {
    return version;
  }

  /** The release that helm would make, its hooks and its rendered objects; nothing is changed. */
  public JsonNode dryRun(HelmRequest request) throws HelmFailure {
    List<String> command = new ArrayList<>(request.command());
    command.addAll(List.of("--dry-run=server", "-o", "json"));
    try {
      return Json.parse(output(command));
    } catch (Json.Malformed e) {
      throw new HelmFailure("What helm prints of a dry run cannot be read: " + e.reason() + ".");
    }
  }

  /** Starts an upgrade, or an installation if there is no release yet. */
  public HelmProcess upgrade(HelmRequest request) throws HelmFailure {
    List<String> command = new ArrayList<>(request.command());
    if (request.waits()) {
      command.add("--wait");
    }
    return start(command);
  }

  /** Starts going back to a revision. */
  public HelmProcess rollback(String release, String namespace, int revision, long timeoutSeconds)
      throws HelmFailure {
    return start(
        List.of(
            "rollback",
            release,
            Integer.toString(revision),
            "-n",
            namespace,
            "--timeout",
            timeoutSeconds + "s"));
  }

  /** Starts taking a release away. */
  public HelmProcess uninstall(String release, String namespace) throws HelmFailure {
    return start(List.of("uninstall", release, "-n", namespace, "--ignore-not-found"));
  }

  /** Starts the tests of a release. */
  public HelmProcess test(String release, String namespace, long timeoutSeconds)
      throws HelmFailure {
    return start(
        List.of("test", release, "-n", namespace, "--logs", "--timeout", timeoutSeconds + "s"));
  }

  /** Starts a program of the project in a folder, with the environment that helm has. */
  public HelmProcess other(List<String> command, Path folder) throws HelmFailure {
    try {
      return new HelmProcess(
          ShortCommand.builder(command, environment)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start());
    } catch (IOException e) {
      throw new HelmFailure("`" + command.getFirst() + "` cannot be started.");
    }
  }

  private HelmProcess start(List<String> command) throws HelmFailure {
    try {
      return new HelmProcess(process(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new HelmFailure("`" + program + "` cannot be started: " + e.getMessage() + ".");
    }
  }

  /** What a short command prints. */
  private String output(List<String> command) throws HelmFailure {
    return ShortCommand.output(
        process(command), problems -> "Helm refuses: " + firstError(problems));
  }

  private static String firstError(String said) {
    return said.lines()
        .filter(line -> line.startsWith("Error:"))
        .map(line -> line.substring("Error:".length()).strip())
        .findFirst()
        .orElse(said.strip());
  }

  private ProcessBuilder process(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(arguments);
    command.addAll(clusterArguments);
    return ShortCommand.builder(command, environment);
  }
}
