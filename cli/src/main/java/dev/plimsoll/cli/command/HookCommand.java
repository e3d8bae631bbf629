package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.cli.terminal.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code plimsoll hook}: checks before every commit. */
public final class HookCommand implements Command {

  private static final String MARK = "# Written by `plimsoll hook install`.";
  private static final String SCRIPT =
      """
      #!/bin/sh
      %s
      # Checks what the changes since the last commit can affect.
      command -v plimsoll >/dev/null || {
        echo 'plimsoll is not on the PATH; `git commit --no-verify` commits without its check.' >&2
        exit 1
      }
      if git rev-parse --verify --quiet HEAD >/dev/null; then
        exec plimsoll check --changed-since HEAD
      fi
      exec plimsoll check
      """
          .formatted(MARK);

  private final Console console;
  private final Options options;

  public HookCommand(Console console) {
    this.console = console;
    this.options =
        Options.of("hook", this)
            .header("Check before every commit.")
            .subcommands(
                "install",
                Options.of("install", this::install)
                    .header("Let git check what a commit can affect.")
                    .description(
                        "%nWrites the hook `pre-commit` of the repository here. A hook of somebody else stays as"
                            + " it is.%n"));
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    throw options.wrongUsage("What to do? `plimsoll hook install`.");
  }

  private int install() {
    try {
      Path hook = new Git(console.directory()).hooks().resolve("pre-commit").normalize();
      if (Files.exists(hook) && !Files.readString(hook).contains(MARK)) {
        throw new UsageError(
            "There is a hook `"
                + hook
                + "` already; add the line `plimsoll check --changed-since HEAD` to it.");
      }
      Files.createDirectories(hook.getParent());
      Files.writeString(hook, SCRIPT);
      if (!hook.toFile().setExecutable(true)) {
        throw new UsageError("The hook `" + hook + "` cannot be made executable.");
      }
      console.err().println("wrote " + hook);
      return ExitCode.OK;
    } catch (Git.Failure e) {
      throw new UsageError(e.problem());
    } catch (IOException e) {
      throw new UsageError("The hook cannot be written: " + e + ".");
    }
  }
}
