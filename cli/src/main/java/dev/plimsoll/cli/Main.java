package dev.plimsoll.cli;

import dev.plimsoll.cli.terminal.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The entry point of {@code plimsoll}. */
public final class Main {

  static {
    // Else the first library that would log something looks through all jars for where to.
    System.setProperty("slf4j.provider", "org.slf4j.nop.NOPServiceProvider");
    System.setProperty("slf4j.internal.verbosity", "WARN");
  }

  private Main() {}

  /** Runs one command line and ends the process with its exit code. */
  public static void main(String[] args) {
    int code = execute(args);
    // All is written. System.exit would first set up the logging of Java, to ask whether exits are
    // logged.
    Runtime.getRuntime().halt(code);
  }

  /** Runs one command line on the standard streams and returns its exit code. */
  static int execute(String... args) {
    // UTF-8 whatever the locale says: reports are read by machines too. Large reports need a
    // buffer.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code = new Plimsoll(Console.system(out, err)).run(args);
    out.flush();
    return code;
  }
}
