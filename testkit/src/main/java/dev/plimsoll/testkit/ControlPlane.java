package dev.plimsoll.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real Kubernetes control plane on this machine, whose nodes are simulated by kwok. What pods do
 * is chosen by their annotation {@code sim/behaviour}; see {@code testkit/cluster/stages.yaml}.
 *
 * <p>Its programs are built by {@code testkit/cluster/build.sh} and found in {@code
 * PLIMSOLL_CONTROL_PLANE}, or in {@code ~/.cache/plimsoll/controlplane}.
 */
public final class ControlPlane {

  private static final Path ROOT = Path.of(System.getProperty("plimsoll.root"));
  private static final int PORTS = 6;

  private final Path programs;
  private final Path state;

  private ControlPlane(Path programs, Path state) {
    this.programs = programs;
    this.state = state;
  }

  /** Starts one; it ends with this process. */
  public static ControlPlane start() {
    Path programs =
        Optional.ofNullable(System.getenv("PLIMSOLL_CONTROL_PLANE"))
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".cache/plimsoll/controlplane"));
    build(programs);
    try {
      Path state = Files.createTempDirectory("plimsoll-cluster");
      ControlPlane plane = new ControlPlane(programs, state);
      Runtime.getRuntime().addShutdownHook(new Thread(plane::stop));
      String port = Integer.toString(FreePorts.block(PORTS));
      run(List.of("bash", script("up.sh"), programs.toString(), state.toString(), port));
      return plane;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized void build(Path programs) {
    if (!Files.isExecutable(programs.resolve("helm4"))
        || !Files.isExecutable(programs.resolve("sops"))) {
      run(List.of("bash", script("build.sh"), programs.toString()));
    }
  }

  /** The kubeconfig of its administrator; the context is {@code local}. */
  public Path kubeconfig() {
    return state.resolve("kubeconfig");
  }

  /** The folder with what {@code build.sh} has made: sops and age-keygen among it. */
  public Path programs() {
    return programs;
  }

  /** A helm of that major version. */
  public Path helm(int major) {
    return programs.resolve("helm" + major);
  }

  /** Runs the real helm 4 as the administrator. */
  public String helm(String... arguments) {
    return helm(4, arguments);
  }

  /** The same with a helm of that major version. */
  public String helm(int major, String... arguments) {
    return helm(major, Map.of(), arguments);
  }

  /** The same with more variables. */
  public String helm(int major, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(helm(major).toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--kubeconfig", kubeconfig().toString()));
    return run(command, environment);
  }

  /** Asks the API server as its administrator; a PATCH applies. The JSON that it answers with. */
  public String api(String method, String path, String body) {
    String config = read(kubeconfig());
    List<String> command =
        new ArrayList<>(
            List.of(
                "curl",
                "-sk",
                "--max-time",
                "20",
                "-X",
                method,
                "-H",
                "Authorization: Bearer " + between(config, "token: \"", "\""),
                "-H",
                "Content-Type: application/"
                    + (method.equals("PATCH") ? "apply-patch+yaml" : "yaml"),
                between(config, "server: \"", "\"") + path));
    if (!body.isEmpty()) {
      command.addAll(List.of("--data-binary", body));
    }
    return run(command);
  }

  /** Stops the API server for a while, as a network that is down does. */
  public void pause() {
    run(List.of("kill", "-STOP", pid("kube-apiserver")));
  }

  /** Lets the API server go on. */
  public void goOn() {
    run(List.of("kill", "-CONT", pid("kube-apiserver")));
  }

  private void stop() {
    run(List.of("bash", script("down.sh"), state.toString()));
  }

  private String pid(String program) {
    return read(state.resolve(program + ".pid")).strip();
  }

  private static String script(String name) {
    return ROOT.resolve("testkit/cluster").resolve(name).toString();
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(List<String> command) {
    return run(command, Map.of());
  }

  private static String run(List<String> command, Map<String, String> environment) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command.getFirst() + " failed: " + out);
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
