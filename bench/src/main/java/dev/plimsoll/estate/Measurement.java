package dev.plimsoll.estate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What one process took, from its start to its exit. It is watched as little as can be: on two
 * processors every look costs it time.
 *
 * @param seconds on the clock
 * @param processorSeconds of it and of processes which it waited for, on all processors; on a busy
 *     machine the better measure
 * @param peakKib the most memory that was resident, without that of processes which it started; 0
 *     where the system has no {@code /proc}
 */
record Measurement(double seconds, double processorSeconds, long peakKib, int exitCode) {

  /** The system keeps a mark of the most memory, so that only the end is missed. */
  private static final int POLL_MILLISECONDS = 100;

  private static final String PEAK = "VmHWM:";

  /** Runs a command, and asks the shell for the times of its children, of which it is the only. */
  private static final String TIMED = "times=$0; \"$@\"; code=$?; times >\"$times\"; exit $code";

  /** What POSIX lets {@code times} print: minutes and seconds. */
  private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s");

  /**
   * Runs a command.
   *
   * @param output where its standard output goes; its standard error goes beside it
   */
  static Measurement of(List<String> command, Path directory, Path output)
      throws IOException, InterruptedException {
    Path times = output.resolveSibling(output.getFileName() + ".times");
    List<String> timed = new ArrayList<>(List.of("sh", "-c", TIMED, times.toString()));
    timed.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(timed)
            .directory(directory.toFile())
            .redirectOutput(output.toFile())
            .redirectError(output.resolveSibling(output.getFileName() + ".err").toFile());
    long start = System.nanoTime();
    Process shell = builder.start();
    shell.getOutputStream().close();
    long peak = 0;
    while (!shell.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, shell.children().mapToLong(Measurement::peak).max().orElse(0));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Measurement(seconds, ofChildren(Files.readString(times)), peak, shell.exitValue());
  }

  /** The second line is about children: what they took themselves, and what the system did. */
  private static double ofChildren(String times) {
    List<MatchResult> found = TIME.matcher(times).results().toList();
    double seconds = 0;
    for (MatchResult time : found.subList(2, 4)) {
      seconds += 60 * Double.parseDouble(time.group(1)) + Double.parseDouble(time.group(2));
    }
    return seconds;
  }

  private static long peak(ProcessHandle process) {
    try {
      Path status = Path.of("/proc", Long.toString(process.pid()), "status");
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith(PEAK)) {
          return Long.parseLong(line.substring(PEAK.length()).replace("kB", "").strip());
        }
      }
    } catch (IOException e) {
      // The process has ended, or the system has no such files.
    }
    return 0;
  }
}
