package dev.plimsoll.estate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What one process took, from its start to its exit.
 *
 * @param seconds on the clock
 * @param processorSeconds of it and of processes which it waited for, on all processors; on a busy
 *     machine the better measure. This and the next are 0 where the system has no {@code /proc}.
 * @param peakKib the most memory that was resident, without that of processes which it started
 */
record Measurement(double seconds, double processorSeconds, long peakKib, int exitCode) {

  private static final int POLL_MILLISECONDS = 5;
  private static final double TICKS_PER_SECOND = 100;
  private static final String PEAK = "VmHWM:";

  /** Where {@code utime}, {@code stime} and those of children are, behind the name. */
  private static final int FIRST_TIME = 11;

  private static final int TIMES = 4;

  /**
   * Runs a command.
   *
   * @param output where its standard output goes; its standard error goes beside it
   */
  static Measurement of(List<String> command, Path directory, Path output)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(output.toFile())
            .redirectError(output.resolveSibling(output.getFileName() + ".err").toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    process.getOutputStream().close();
    Path state = Path.of("/proc", Long.toString(process.pid()));
    double processorSeconds = 0;
    long peak = 0;
    // The system keeps sums and marks, so asking now and then is enough.
    while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
      processorSeconds = Math.max(processorSeconds, processorSeconds(state));
      peak = Math.max(peak, peak(state));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Measurement(seconds, processorSeconds, peak, process.exitValue());
  }

  private static double processorSeconds(Path state) {
    try {
      String line = Files.readString(state.resolve("stat"));
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = 0;
      for (int i = FIRST_TIME; i < FIRST_TIME + TIMES; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks / TICKS_PER_SECOND;
    } catch (IOException e) {
      // The process has ended, or the system has no such files.
      return 0;
    }
  }

  private static long peak(Path state) {
    try {
      for (String line : Files.readAllLines(state.resolve("status"))) {
        if (line.startsWith(PEAK)) {
          return Long.parseLong(line.substring(PEAK.length()).replace("kB", "").strip());
        }
      }
    } catch (IOException e) {
      // As above.
    }
    return 0;
  }
}
