package dev.plimsoll.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time of a whole process, from the start of {@code ./plimsoll} to its exit, in milliseconds;
 * {@code p0.50} is the median that the budget speaks of. The warm-up builds the command line and
 * its AOT cache if need be.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 5, time = 3)
public class ColdStartBenchmark {

  /**
   * Arguments of {@code plimsoll}, separated by blanks; the directory is the root of the
   * repository.
   */
  @Param({"--version", "check fixtures/shop"})
  public String arguments = "";

  /**
   * Starts the process, waits for it and returns its exit code; 2 or more is a command that did not
   * do its work.
   */
  @Benchmark
  public int process() throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("plimsoll.root", ".")).toAbsolutePath().normalize();
    List<String> command = new ArrayList<>(List.of(root.resolve("plimsoll").toString()));
    command.addAll(List.of(arguments.split(" +")));
    int exitCode =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start()
            .waitFor();
    if (exitCode >= 2) {
      throw new IllegalStateException("plimsoll " + arguments + " ended with " + exitCode);
    }
    return exitCode;
  }
}
