package dev.plimsoll.cli;

import dev.plimsoll.testkit.LspClient;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server as a process of its own, of which nothing is known but its standard streams. With {@code
 * -Dplimsoll.launcher=/path/to/plimsoll} it is a packaged one.
 */
record LspProcess(Process process, LspClient client) {

  private static final Pattern USED = Pattern.compile("(?:Gen|heap) .*\\bused (\\d+)K");

  /** The launcher of the packaged one; empty if these are tests of the classes. */
  static String launcher() {
    return System.getProperty("plimsoll.launcher", "");
  }

  static LspProcess start(Redirect errors) {
    ProcessBuilder builder = new ProcessBuilder(command()).redirectError(errors);
    // Nothing is recorded for a later start: there is none.
    builder.environment().put("XDG_CACHE_HOME", "/dev/null");
    try {
      Process process = builder.start();
      return new LspProcess(
          process, new LspClient(process.getInputStream(), process.getOutputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command() {
    return launcher().isEmpty()
        ? List.of(
            tool("java"),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.plimsoll.cli.Main",
            "lsp",
            "--stdio")
        : List.of(launcher(), "lsp", "--stdio");
  }

  private static String tool(String name) {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + name;
  }

  /** How many bytes of the heap are in use once everything that is not has gone. */
  long heap() {
    jcmd("GC.run");
    String info = jcmd("GC.heap_info");
    Matcher used = USED.matcher(info);
    long kilobytes = 0;
    while (used.find()) {
      kilobytes += Long.parseLong(used.group(1));
    }
    if (kilobytes == 0) {
      throw new AssertionError("No heap in:\n" + info);
    }
    return kilobytes << 10;
  }

  private String jcmd(String command) {
    try {
      Process asked =
          new ProcessBuilder(tool("jcmd"), Long.toString(process.pid()), command)
              .redirectErrorStream(true)
              .start();
      return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
