package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the page about rules says, in its order, and compares what comes out. */
final class WritingRulesPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("plimsoll.root", "..")).resolve("docs/writing-rules.md");

  /** A file to write, or a command with its output. */
  private static final Pattern STEP =
      Pattern.compile(
          "(?:<!-- file: (?<path>\\S+) -->\n)?```(?:yaml|console)\n(?<text>.*?)```\n",
          Pattern.DOTALL);

  private static final String COMMAND = "$ plimsoll ";

  @Test
  void whoFollowsThePageSeesWhatItShows(@TempDir Path workspace) throws IOException {
    int commands = 0;
    Matcher step = STEP.matcher(Files.readString(PAGE));
    while (step.find()) {
      String text = step.group("text");
      if (step.group("path") != null) {
        CliRun.write(workspace, step.group("path"), text);
      } else {
        int end = text.indexOf('\n');
        List<String> words = List.of(text.substring(COMMAND.length(), end).split(" "));
        assertThat(CliRun.in(workspace, words.toArray(String[]::new)).out())
            .isEqualTo(text.substring(end + 1));
        commands++;
      }
    }
    assertThat(commands).isEqualTo(3);
  }
}
