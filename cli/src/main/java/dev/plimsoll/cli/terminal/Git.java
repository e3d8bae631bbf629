package dev.plimsoll.cli.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the {@code git} on the PATH about the repository around a folder. */
public final class Git {

  /** Git does not know what it was asked for; the message is for the person who asked. */
  public static final class Failure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;

    Failure(String problem) {
      super(problem);
      this.problem = problem;
    }

    /** What is wrong, in a sentence. */
    public String problem() {
      return problem;
    }
  }

  private final Path folder;

  public Git(Path folder) {
    this.folder = folder;
  }

  /**
   * The files that are not what they were where the history of {@code ref} and the one here parted:
   * changed, added or deleted, committed or not. Ignored files are not looked at.
   *
   * @return absolute paths
   */
  public Set<Path> changedSince(String ref) throws Failure {
    Path top = topLevel();
    String commit =
        line(
            "There is no commit `" + ref + "` in this repository; is it fetched?",
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            ref + "^{commit}");
    String base =
        line(
            "`"
                + ref
                + "` and the commit here have no history in common; a shallow clone needs more depth.",
            "merge-base",
            commit,
            "HEAD");
    Set<Path> files = new LinkedHashSet<>();
    String diff =
        run(
            "Git cannot compare with `" + ref + "`.",
            "diff",
            "--no-ext-diff",
            "--no-renames",
            "--name-only",
            "-z",
            base,
            "--");
    String others =
        run(
            "Git cannot list new files.",
            "ls-files",
            "--others",
            "--exclude-standard",
            "-z",
            "--full-name",
            ":/");
    for (String path : (diff + others).split("\0", -1)) {
      if (!path.isEmpty()) {
        files.add(top.resolve(path));
      }
    }
    return files;
  }

  /** The commit that is checked out; empty outside a repository. */
  public Optional<String> head() {
    return asked("rev-parse", "--verify", "--quiet", "HEAD");
  }

  /** The mail address of the person; empty if git does not know one. */
  public Optional<String> user() {
    return asked("config", "user.email");
  }

  private Optional<String> asked(String... arguments) {
    try {
      return Optional.of(line("", arguments)).filter(text -> !text.isEmpty());
    } catch (Failure e) {
      return Optional.empty();
    }
  }

  /** Where this repository has its hooks. */
  public Path hooks() throws Failure {
    topLevel();
    return folder.resolve(line("Git has no place for hooks.", "rev-parse", "--git-path", "hooks"));
  }

  private Path topLevel() throws Failure {
    return Path.of(
        line("`" + folder + "` is in no git repository.", "rev-parse", "--show-toplevel"));
  }

  private String line(String problem, String... arguments) throws Failure {
    return run(problem, arguments).strip();
  }

  private String run(String problem, String... arguments) throws Failure {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new Failure(problem);
      }
      return out;
    } catch (IOException e) {
      throw new Failure("There is no `git` on the PATH.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Git was interrupted.");
    }
  }
}
