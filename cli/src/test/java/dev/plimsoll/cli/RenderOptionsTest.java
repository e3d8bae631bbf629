package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The options of {@code render}, against what Helm 3.22.0 and 4.3.1 print with the same ones. */
final class RenderOptionsTest {

  private static final Path FIXTURES = Path.of(System.getProperty("plimsoll.root"), "fixtures");
  private static final Path CASES = FIXTURES.resolve("render-options");

  /** A part of a command line; single quotes hold blanks together. */
  private static final Pattern WORD = Pattern.compile("(?:[^\\s']|'[^']*')+");

  @TempDir private Path here;

  /**
   * A command line.
   *
   * @param recorded where the output of Helm is, without its extension
   */
  record Case(String helm, String name, List<String> arguments, Path recorded) {

    @Override
    public String toString() {
      return helm + " " + name;
    }
  }

  static Stream<Case> cases() throws IOException {
    List<String> lines =
        Files.readAllLines(CASES.resolve("cases.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    return Stream.of("3.22.0", "4.3.1").flatMap(helm -> lines.stream().map(line -> of(helm, line)));
  }

  private static Case of(String helm, String line) {
    int colon = line.indexOf(": ");
    String name = line.substring(0, colon);
    List<String> arguments = new ArrayList<>(List.of("render"));
    Matcher word = WORD.matcher(line.substring(colon + 1));
    while (word.find()) {
      arguments.add(word.group().replace("'", ""));
    }
    if (!arguments.contains("--kube-version")) {
      arguments.addAll(List.of("--kube-version", "v1.36.0"));
    }
    // The minor alone means its newest patch.
    arguments.addAll(List.of("--helm-version", helm.substring(0, helm.lastIndexOf('.'))));
    return new Case(helm, name, arguments, CASES.resolve("recorded/" + helm + "/" + name));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void printsWhatHelmPrints(Case each) throws IOException {
    CliRun run = CliRun.in(CASES, each.arguments().toArray(String[]::new));

    Path output = Path.of(each.recorded() + ".yaml");
    if (Files.exists(output)) {
      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isZero();
      assertThat(run.out()).isEqualTo(Files.readString(output));
    } else {
      String error = Files.readString(Path.of(each.recorded() + ".error")).strip();
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("\n" + error + "\n");
    }
  }

  @Test
  void originsNameTheLayerOfALimit() {
    CliRun run =
        CliRun.in(FIXTURES.resolve("shop"), "render", "shop", "-e", "prod", "--show-origins");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    List<String> limits =
        run.out().lines().dropWhile(line -> !line.startsWith("            limits:")).toList();
    assertThat(limits.get(0)).matches(" {12}limits: +# environments/prod/values\\.yaml:36");
    assertThat(limits.get(1)).matches(" {14}cpu: 1000m +# environments/prod/values\\.yaml:37");
    assertThat(limits.get(2))
        .matches(" {14}ephemeral-storage: 256Mi +# charts/shop/values\\.yaml:45");
    assertThat(limits.get(3)).matches(" {14}memory: 1Gi +# environments/prod/values\\.yaml:38");
  }

  @Test
  void originsOfOptionsAreTheOptions() {
    CliRun run =
        CliRun.in(CASES, "render", "web", "probe", "--set", "replicas=9", "--show-origins");

    assertThat(run.out()).containsPattern("  replicas: \"9 int64\" +# --set replicas=9\n");
  }

  @Test
  void randomFunctionsCanBeHeldStill() throws IOException {
    CliRun.write(here, "app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    CliRun.write(
        here,
        "app/templates/secret.yaml",
        """
        kind: Secret
        password: {{ randAlphaNum 20 }}
        made: {{ now | unixEpoch }}
        id: {{ uuidv4 }}
        """);
    String[] still = {"render", "web", "app", "--deterministic"};

    String first = CliRun.in(here, still).out();

    assertThat(CliRun.in(here, still).out()).isEqualTo(first).contains("password: ");
    assertThat(CliRun.in(here, "render", "web", "app").out())
        .isNotEqualTo(CliRun.in(here, "render", "web", "app").out());
  }

  @Test
  void binaryFilesKeepTheirBytes() throws IOException {
    CliRun.write(here, "app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    Files.write(here.resolve("app/logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, -1, -64});
    CliRun.write(
        here,
        "app/templates/logo.yaml",
        """
        {{- $logo := .Files.Get "logo.png" }}
        kind: ConfigMap
        metadata: {name: logo, annotations: {sum: {{ sha256sum $logo }}, length: "{{ len ($logo | b64enc) }}"}}
        binaryData: {logo.png: {{ b64enc $logo }}, again: {{ b64enc $logo | b64dec | b64enc }}}
        """);

    CliRun run = CliRun.in(here, "render", "web", "app");

    assertThat(run.out())
        .contains(
            "binaryData: {logo.png: iVBORwD/wA==, again: iVBORwD/wA==}",
            "sum: 721a8584d73ebba117d37806fda91903705d8873e0813789c365f74937d4dfab,");
  }

  @Test
  void namesCanBeMadeUp() {
    CliRun run = CliRun.in(CASES, "render", "probe", "--generate-name");

    assertThat(run.code()).isZero();
    assertThat(run.out()).containsPattern("name: probe-[0-9]+\n");
  }

  /** As with Helm, what is no chart is a mistake, and not a release without objects. */
  @ParameterizedTest
  @CsvSource({"render web notes", "render web notes.tgz", "values web notes"})
  void whatIsNoChartIsSaid(String line) throws IOException {
    CliRun.write(here, "notes/README.md", "Nothing to install here.\n");
    CliRun.write(here, "notes.tgz", "No archive.\n");
    String[] arguments = line.split(" ", -1);

    CliRun run = CliRun.in(here, arguments);

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("plimsoll: `" + arguments[2] + "` is no chart: ");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void optionsOfInstallingAndFetchingChangeNothing() {
    String others =
        "render web probe --wait --timeout 5m --atomic --force --dry-run"
            + " --server-side --description first --labels a=b --kube-context prod"
            + " --kubeconfig none --username me --version 1.2 --create-namespace --take-ownership";

    CliRun run = CliRun.in(CASES, others.split(" ", -1));

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(CliRun.in(CASES, "render", "web", "probe").out());
  }

  /** As pflag reads them: {@code =} is the only way to give a switch a word. */
  @ParameterizedTest
  @CsvSource({
    "--include-crds=true, --include-crds",
    "--include-crds=1, --include-crds",
    "--include-crds=false, ''",
    "--include-crds --include-crds=F, ''",
    "--no-hooks=t --skip-tests=TRUE, --no-hooks --skip-tests",
    "--is-upgrade=True, --is-upgrade",
    "--validate=false --verify=0 --enable-dns=False, ''",
    "--skip-crds=true --wait=legacy --server-side=false --dry-run=client, ''",
    "--colour never, ''",
  })
  void switchesTakeWords(String with, String like) {
    String[] alike = ("render " + like + " web probe").split(" +", -1);

    CliRun run = CliRun.in(CASES, ("render " + with + " web probe").split(" ", -1));

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(CliRun.in(CASES, alike).out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          web probe --no-such-option ~ Unknown option: '--no-such-option'.
          web probe --kube-version next ~ `next` is no version of Kubernetes; write 1.35 or v1.35.2.
          web probe --helm-version next ~ next
          web probe --helm-version 2.17 ~ `--helm-version 2.17` is no version of Helm 3 or later
          web probe -s ~ Missing required parameter for option '--show-only' (PATTERN).
          web probe --no-hooks=maybe ~ `--no-hooks=maybe`: a switch is either true or false
          web probe --validate=true ~ asks a cluster, which `render` never does
          web probe --dry-run=server ~ asks a cluster, which `render` never does
          web probe --validate ~ asks a cluster, which `render` never does
          web probe --dependency-update ~ run `helm dependency update` before
          web probe --post-renderer ./kustomize.sh ~ pipe the output into it
          web probe --output-dir out --release-name ~ redirect the output
          web probe --repo https://charts.example.com --version 1.2 ~ run `helm pull` before
          web probe --verify ~ run `helm verify` before
          web probe --enable-dns ~ without it `getHostByName` gives nothing
          web probe --name-template x ~ exclude each other
          probe --name-template {{nope}} ~ gives no name
          web nowhere ~ nowhere
          web probe -f nowhere.yaml ~ nowhere.yaml
          nobody ~ There is no release `nobody` here
          """)
  void wrongUsageIsSaidInOneLine(String arguments, String says) {
    List<String> command = new ArrayList<>(List.of("render"));
    command.addAll(List.of(arguments.split(" ", -1)));

    CliRun run = CliRun.in(CASES, command.toArray(String[]::new));

    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(says).doesNotContain("\tat ", "Exception");
    List<String> lines =
        run.err()
            .lines()
            .filter(line -> !line.startsWith("See '") && !line.startsWith("Did you mean "))
            .toList();
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).startsWith("plimsoll: ");
  }
}
