package dev.plimsoll.conformance;

import dev.plimsoll.cli.Plimsoll;
import dev.plimsoll.cli.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code plimsoll render} inside this process. */
final class PlimsollRender {

  private final String helmVersion;

  PlimsollRender(String helmVersion) {
    this.helmVersion = helmVersion;
  }

  Output render(RenderCase render) {
    List<String> command = new ArrayList<>(List.of("render"));
    command.addAll(render.arguments());
    command.addAll(List.of("--helm-version", helmVersion, "--debug"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
    PrintStream errStream = new PrintStream(err, false, StandardCharsets.UTF_8);
    Console console =
        new Console(
            outStream,
            errStream,
            Map.of(),
            Path.of("").toAbsolutePath(),
            LocalDate.now(ZoneId.systemDefault()),
            false,
            false);
    boolean succeeded = new Plimsoll(console).run(command.toArray(String[]::new)) == 0;
    outStream.flush();
    errStream.flush();
    return new Output(
        succeeded,
        succeeded ? out.toByteArray() : new byte[0],
        succeeded ? "" : err.toString(StandardCharsets.UTF_8));
  }
}
