import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Times whole commands from outside, in turn, and prints the median of each: how long a person waits.
 *
 * <p>Run from the root of the project with a JDK 25: {@code java bench/ColdStart.java [RUNS]
 * [COMMAND...]}. Each COMMAND is one argument, split at blanks; without one the commands of the budget
 * are timed.
 */
public final class ColdStart {

  private static final List<String> BUDGET =
      List.of("./plimsoll --version", "./plimsoll check fixtures/shop");

  private ColdStart() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 21;
    List<String> commands = args.length > 1 ? Arrays.asList(args).subList(1, args.length) : BUDGET;
    List<List<Double>> seconds = new ArrayList<>();
    for (String command : commands) {
      seconds.add(new ArrayList<>());
      time(command); // The first run may build something, and fills the file system's cache.
    }
    for (int run = 0; run < runs; run++) {
      for (int i = 0; i < commands.size(); i++) {
        seconds.get(i).add(time(commands.get(i)));
      }
    }
    System.out.printf("%d runs each, in turn, on %d cores%n", runs, cores());
    System.out.printf("%8s %8s %8s%n", "min", "median", "max");
    for (int i = 0; i < commands.size(); i++) {
      List<Double> sorted = seconds.get(i).stream().sorted().toList();
      System.out.printf(
          "%7.3fs %7.3fs %7.3fs  %s%n",
          Collections.min(sorted), sorted.get(sorted.size() / 2), Collections.max(sorted),
          commands.get(i));
    }
  }

  private static double time(String command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("cold-start", ".txt");
    try {
      long start = System.nanoTime();
      new ProcessBuilder(command.split(" "))
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start()
          .waitFor();
      return (System.nanoTime() - start) / 1e9;
    } finally {
      Files.delete(output);
    }
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }
}
