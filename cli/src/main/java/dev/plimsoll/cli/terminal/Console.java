package dev.plimsoll.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TimeZone;

/**
 * The world around a command, so that tests can have one of their own.
 *
 * @param in standard input
 * @param out standard output: results alone
 * @param err standard error: progress, notes and errors
 * @param environment the process environment
 * @param directory the working directory
 * @param today decides which suppressions have expired
 * @param outIsTerminal whether a person looks at {@code out}
 * @param errIsTerminal whether a person looks at {@code err}
 */
public record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Path directory,
    LocalDate today,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /** One without input. */
  public Console(
      PrintStream out,
      PrintStream err,
      Map<String, String> environment,
      Path directory,
      LocalDate today,
      boolean outIsTerminal,
      boolean errIsTerminal) {
    this(
        InputStream.nullInputStream(),
        out,
        err,
        environment,
        directory,
        today,
        outIsTerminal,
        errIsTerminal);
  }

  /**
   * The real one. The launcher knows which streams are terminals and passes it on, since Java can
   * only tell whether all of them are.
   */
  public static Console system(PrintStream out, PrintStream err) {
    return new Console(
        System.in,
        out,
        err,
        System.getenv(),
        Path.of("").toAbsolutePath(),
        dateHere(),
        Boolean.getBoolean("plimsoll.terminal.out"),
        Boolean.getBoolean("plimsoll.terminal.err"));
  }

  // The rules of all time zones, which a ZoneId wants, take longer to load than anything else here.
  private static LocalDate dateHere() {
    Instant now = Instant.now();
    int offset = TimeZone.getDefault().getOffset(now.toEpochMilli());
    return LocalDate.ofInstant(now, ZoneOffset.ofTotalSeconds(offset / 1000));
  }

  /** Colours for standard error. */
  public Palette errorPalette(ColorMode mode) {
    return new Palette(mode.enabled(environment, errIsTerminal));
  }

  /** Colours for standard output. */
  public Palette palette(ColorMode mode) {
    return new Palette(mode.enabled(environment, outIsTerminal));
  }
}
