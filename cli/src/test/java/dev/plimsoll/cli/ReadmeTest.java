package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The front door shows what the tool really says; {@code -Dgolden.update=true} writes it anew. */
final class ReadmeTest {

  private static final Path ROOT = Path.of(System.getProperty("plimsoll.root"));
  private static final Pattern VALUES =
      Pattern.compile("```yaml\n# (\\S+)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CONSOLE =
      Pattern.compile("```console\n\\$ \\./plimsoll ([^\n]+)\n(.*?)```", Pattern.DOTALL);

  @Test
  void firstValuesAreThoseOfTheFixture() throws IOException {
    Matcher values = VALUES.matcher(readme());

    assertThat(values.find()).isTrue();
    assertThat(values.group(2))
        .isEqualTo(Files.readString(ROOT.resolve("fixtures/first-look").resolve(values.group(1))));
  }

  @Test
  void shownOutputIsReal() throws IOException {
    String readme = readme();
    Matcher console = CONSOLE.matcher(readme);
    assertThat(console.find()).isTrue();
    String output = CliRun.in(ROOT, console.group(1).split(" ")).out();

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(
          ROOT.resolve("README.md"),
          readme.substring(0, console.start(2)) + output + readme.substring(console.end(2)));
    }

    assertThat(console.group(2)).isEqualTo(output);
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }
}
