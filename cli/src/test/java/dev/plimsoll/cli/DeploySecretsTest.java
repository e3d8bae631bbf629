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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that the real sops has encrypted, deployed by who has the key, and by who has not. */
@Tag("cluster")
// One after the other, as what another of them keeps in memory would look like what is left there.
@Execution(ExecutionMode.SAME_THREAD)
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

    ProcessWatch watch = ProcessWatch.begin();
    CliRun plan = bench.plan("plan");
    CliRun deploy = bench.deploy("plan", "--explain");
    encrypt(bench, LATER);
    CliRun next = bench.plan("next");
    CliRun again = bench.deploy("next", "--explain");
    ScenarioTable.holds(Scenario.SECRETS, bench, "next", again.code());
    CliRun broken = bench.plan("broken", "--set", "behaviour=crash");
    CliRun back = bench.deploy("broken", "--explain");
    watch.close();

    assertThat(plan.code()).as(plan.err()).isZero();
    assertThat(deploy.code()).as(deploy.out()).isZero();
    assertThat(again.code()).as(again.out()).isZero();
    assertThat(deploy.out())
        .contains(
            "yes secrets-opened       sops has opened 1 values files",
            "and the secrets change only the fields that hold them");
    assertThat(next.out()).contains("env[name=PASSWORD].value: ******** -> ********");
    assertThat(applied(bench)).contains(LATER, "on port 5432");
    assertThat(back.out()).contains("is in CrashLoopBackOff", "Revision 2 is back and healthy.");
    assertThat(back.code()).isEqualTo(5);
    ScenarioTable.holds(Scenario.SECRETS_CRASH, bench, "broken", back.code());
    assertThat(watch.seen())
        .as("what is seen of processes")
        .anyMatch(seen -> seen.contains("--decrypt"))
        .anyMatch(seen -> seen.contains("upgrade web " + folder))
        .anyMatch(seen -> seen.contains("rollback web"))
        .anyMatch(seen -> seen.contains("KUBECONFIG="));
    for (CliRun run : List.of(plan, deploy, next, again, broken, back)) {
      assertHolds(run.out() + run.err(), false);
    }
    watch.seen().forEach(seen -> assertHolds(seen, false));
    // What Helm has stored before is kept for `restore`, and for nobody else to read.
    assertThat(filesThatHoldIt("plan", "next", "broken")).isEmpty();
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
    Map<String, String> more = new HashMap<>();
    more.put("PATH", DeployBench.PLANE.programs() + ":" + plain.environment().get("PATH"));
    if (hasKey) {
      more.put("SOPS_AGE_KEY", privateKey);
    }
    DeployBench bench = plain.with(more);
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
      boolean found = text.contains(secret) || text.contains(encoded(secret));
      assertThat(found).as(text).isEqualTo(holds);
    }
  }

  private static String encoded(String secret) {
    return Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
  }

  /** The files of plans in which a secret stands. */
  private Set<String> filesThatHoldIt(String... plans) throws IOException {
    Set<String> found = new TreeSet<>();
    for (String plan : plans) {
      try (Stream<Path> files = Files.walk(folder.resolve(plan))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String text = Files.readString(file, StandardCharsets.ISO_8859_1);
          if (Stream.of(SECRET, LATER)
              .anyMatch(secret -> text.contains(secret) || text.contains(encoded(secret)))) {
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
