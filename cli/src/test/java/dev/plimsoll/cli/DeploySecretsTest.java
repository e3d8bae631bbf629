package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that the real sops has encrypted, deployed by who has the key, and by who has not. */
@Tag("cluster")
final class DeploySecretsTest {

  private static final String SECRET = "correct-horse-battery";
  private static final String LATER = "staple-of-the-stable";

  @TempDir private Path folder;
  private String privateKey = "";
  private String publicKey = "";

  @BeforeEach
  void makeKey() {
    String key = run(program("age-keygen"));
    privateKey =
        key.lines().filter(line -> line.startsWith("AGE-SECRET-KEY")).findFirst().orElse("");
    publicKey = key.replaceAll("(?s).*public key: (age1[0-9a-z]+).*", "$1");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void helmGetsWhatSopsDecryptsAndNobodySeesIt(int helm) throws Exception {
    DeployBench bench = bench(helm, true);
    encrypt(bench, SECRET);

    Set<String> seen = new ConcurrentSkipListSet<>();
    AtomicBoolean over = new AtomicBoolean();
    Thread watcher = Thread.ofPlatform().start(() -> watchProcesses(over, seen));
    CliRun plan = bench.plan("plan");
    CliRun deploy = bench.deploy("plan", "--explain");
    encrypt(bench, LATER);
    CliRun next = bench.plan("next");
    CliRun again = bench.deploy("next", "--explain");
    over.set(true);
    watcher.join();

    assertThat(plan.code()).as(plan.err()).isZero();
    assertThat(deploy.code()).as(deploy.out()).isZero();
    assertThat(again.code()).as(again.out()).isZero();
    assertThat(deploy.out())
        .contains(
            "yes secrets-opened       sops has opened 1 values files",
            "and the secrets change only the fields that hold them");
    assertThat(next.out()).contains("env[name=PASSWORD].value: ******** -> ********");
    assertThat(applied(bench)).contains(LATER, "on port 5432");
    assertThat(seen).as("arguments of processes").isNotEmpty();
    for (String text :
        List.of(plan.out(), deploy.out(), next.out(), again.out(), String.join("\n", seen))) {
      assertHolds(text, false);
    }
    // What Helm has stored before is kept for `restore`, and for nobody else to read.
    assertThat(filesThatHoldIt("plan", "next")).isEmpty();
    assertThat(leftInMemory()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void whoHasNoKeyDeploysNothing(int helm) {
    DeployBench bench = bench(helm, false);
    encrypt(bench, SECRET);

    CliRun plan = bench.plan("plan");
    CliRun deploy = bench.deploy("plan");

    assertThat(plan.code()).as(plan.err()).isZero();
    assertThat(deploy.out())
        .contains("no  secrets-opened       sops cannot open `01.yaml`", "Nothing was changed.");
    assertThat(deploy.code()).isEqualTo(4);
    assertThat(bench.isInstalled()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aSecretThatDecidesWhatIsRenderedIsRefused(int helm) {
    DeployBench bench = bench(helm, true);
    bench.template(
        "debug",
        """
        {{- if eq .Values.db.password "%s" }}
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: debug}
        {{- end }}
        """
            .formatted(SECRET));
    encrypt(bench, SECRET);

    bench.plan("plan");
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out())
        .contains(
            "What is applied would not be what was reviewed: ConfigMap debug",
            "is there with the real secrets, and is not in the plan.");
    assertThat(deploy.code()).isEqualTo(4);
    assertThat(bench.isInstalled()).isFalse();
  }

  @Test
  void aTokenIsNeverDeployed() {
    DeployBench bench = bench(4, true);
    bench.write(
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        environments:
          dev: {profile: development}
        """);
    bench.write(
        "helmfile.yaml",
        """
        environments: {dev: {}}
        ---
        releases:
          - name: web
            namespace: %s
            chart: ./web
            values: [{db: {password: ref+echo://%s, port: 1}}]
        """
            .formatted(bench.namespace(), SECRET));

    CliRun plan = bench.plan("plan");
    assertThat(plan.code()).as(plan.err()).isZero();
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out())
        .contains("has a secret that helmfile would fill in, by `ref+` or among the values");
    assertThat(deploy.code()).isEqualTo(4);
    assertThat(bench.isInstalled()).isFalse();
  }

  private DeployBench bench(int helm, boolean hasKey) {
    DeployBench plain = DeployBench.in(folder, helm);
    Map<String, String> environment = new HashMap<>(plain.environment());
    environment.put("PATH", DeployBench.PLANE.programs() + ":" + plain.environment().get("PATH"));
    if (hasKey) {
      environment.put("SOPS_AGE_KEY", privateKey);
    }
    DeployBench bench = new DeployBench(folder, plain.namespace(), helm, environment);
    bench.write(
        "plimsoll.yaml",
        bench
            .read("plimsoll.yaml")
            .replace(
                "namespace: " + bench.namespace(),
                "namespace: " + bench.namespace() + ", values: [secrets.yaml]"));
    bench.template(
        "deployment",
        bench
            .read("web/templates/deployment.yaml")
            .replace(
                "          image:",
                "          env: [{name: PASSWORD, value: {{ .Values.db.password }}}]\n          image:"));
    bench.template(
        "secret",
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: web
          annotations: {checksum: {{ .Values.db.password | sha256sum }}}
        data: {password: {{ .Values.db.password | b64enc }}}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: web}
        data: {url: "db on port {{ .Values.db.port }}"}
        """);
    return bench;
  }

  private void encrypt(DeployBench bench, String password) {
    bench.write("secrets.yaml", "db:\n  password: " + password + "\n  port: 5432\n");
    run(
        program("sops"),
        "--encrypt",
        "--age",
        publicKey,
        "--in-place",
        bench.file("secrets.yaml").toString());
  }

  private static String applied(DeployBench bench) {
    String core = "/api/v1/namespaces/" + bench.namespace();
    return bench.deployment() + DeployBench.PLANE.api("GET", core + "/configmaps/web", "");
  }

  private static void assertHolds(String text, boolean holds) {
    for (String secret : List.of(SECRET, LATER)) {
      String encoded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
      assertThat(text.contains(secret) || text.contains(encoded)).as(text).isEqualTo(holds);
    }
  }

  /** The files of plans in which a secret stands. */
  private Set<String> filesThatHoldIt(String... plans) throws IOException {
    Set<String> found = new TreeSet<>();
    for (String plan : plans) {
      try (Stream<Path> files = Files.walk(folder.resolve(plan))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String text = Files.readString(file, StandardCharsets.ISO_8859_1);
          if (text.contains(SECRET) || text.contains(LATER)) {
            found.add(folder.relativize(file).toString());
          }
        }
      }
    }
    return found;
  }

  private static List<String> leftInMemory() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/dev/shm"))) {
      String own = "plimsoll-" + ProcessHandle.current().pid() + "-";
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(own))
          .toList();
    }
  }

  private static void watchProcesses(AtomicBoolean over, Set<String> seen) {
    while (!over.get()) {
      ProcessHandle.allProcesses()
          .flatMap(process -> process.info().arguments().stream())
          .map(arguments -> String.join(" ", arguments))
          .filter(arguments -> arguments.contains("upgrade") || arguments.contains("--decrypt"))
          .forEach(seen::add);
    }
  }

  private static String program(String name) {
    return DeployBench.PLANE.programs().resolve(name).toString();
  }

  private static String run(String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      Process process = builder.start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(out).isZero();
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
