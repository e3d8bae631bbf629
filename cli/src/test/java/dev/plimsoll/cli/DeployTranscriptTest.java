package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page about deploys shows what really happens; {@code -Dgolden.update=true} writes it anew.
 */
@Tag("cluster")
final class DeployTranscriptTest {

  private static final Path ROOT = Path.of(System.getProperty("plimsoll.root"));
  private static final Pattern BLOCK =
      Pattern.compile("```console\n(\\$ plimsoll .*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/deploying.md"})
  void transcriptIsReal(String name) throws IOException, InterruptedException {
    Path file = ROOT.resolve(name);
    DeployBench bench = DeployBench.in(folder, 4);
    keygen();
    bench.project(
        "deploy: {approvals: {required: 1, approvers: [{name: ben, key: \"%s\"}]}}\n"
            .formatted(Files.readString(folder.resolve("ben.pub")).strip()));
    String page = Files.readString(file);
    StringBuilder real = new StringBuilder();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      block.appendReplacement(
          real, Matcher.quoteReplacement("```console\n" + run(bench, block.group(1)) + "```"));
    }
    block.appendTail(real);

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, real);
    }
    assertThat(page).isEqualTo(real.toString());
  }

  private static String run(DeployBench bench, String block) {
    StringBuilder transcript = new StringBuilder();
    for (String line : block.lines().filter(each -> each.startsWith("$ plimsoll ")).toList()) {
      CliRun run = bench.run(List.of(line.substring("$ plimsoll ".length()).split(" ", -1)));
      transcript.append(line).append('\n').append(settled(bench, run.out()));
    }
    return transcript.toString();
  }

  /** The output without what is another each time. */
  private static String settled(DeployBench bench, String out) {
    return out.replace(bench.namespace(), "web")
        .replaceAll("sha256:[0-9a-f]{64}", "sha256:0123...")
        .replaceAll("web-[0-9a-f]{8,10}-[a-z0-9]{5}", "web-12345-abcde")
        .replaceAll("node-\\d", "node-1")
        .replaceAll("(?m)^  Deployment web: .*\n", "")
        // A crash may be seen before helm has ended.
        .replaceAll("(?m)^  Helm has applied everything\n(?=  Container )", "")
        .replaceAll("(?m)^      (?:Normal|Warning) .*\n", "");
  }

  private void keygen() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "ben")
            .directory(folder.toFile())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
  }
}
