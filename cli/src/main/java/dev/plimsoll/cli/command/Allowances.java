package dev.plimsoll.cli.command;

import dev.plimsoll.cli.charts.CachedCharts;
import dev.plimsoll.cli.terminal.Commands;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.helmfile.Permissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person lets the checked repository do: {@code --allow} and {@code PLIMSOLL_ALLOW}. The
 * repository has no say in it.
 *
 * @param environment whether templates may read environment variables
 * @param commands whether templates may run commands
 * @param network whether repositories and registries may be asked for charts
 * @param paths folders and files outside the workspace that may be read
 */
record Allowances(boolean environment, boolean commands, boolean network, List<Path> paths) {

  private static final String VARIABLE = "PLIMSOLL_ALLOW";
  private static final String PATH = "path=";

  Allowances {
    paths = List.copyOf(paths);
  }

  static Allowances of(Console console, List<String> options) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(console.environment().getOrDefault(VARIABLE, "").split(",", -1)));
    boolean environment = false;
    boolean commands = false;
    boolean network = false;
    List<Path> paths = new ArrayList<>();
    for (String each : all) {
      String wanted = each.strip();
      if (wanted.startsWith(PATH)) {
        paths.add(console.directory().resolve(wanted.substring(PATH.length())));
        continue;
      }
      switch (wanted) {
        case "env" -> environment = true;
        case "exec" -> commands = true;
        case "network" -> network = true;
        case "" -> {}
        default ->
            throw new UsageError(
                "`--allow " + wanted + "` is unknown; it is env, exec, network or path=DIR.");
      }
    }
    return new Allowances(environment, commands, network, paths);
  }

  /**
   * The permissions of helmfiles.
   *
   * @param envFile variables that may be read whatever else is allowed; null for none
   */
  Permissions permissions(Console console, Path root, @Nullable String envFile) {
    Map<String, String> variables = new LinkedHashMap<>();
    if (environment) {
      variables.putAll(console.environment());
    }
    if (envFile != null) {
      variables.putAll(read(console, envFile));
    }
    return new Permissions(
        environment || envFile != null
            ? Optional.of(name -> Optional.ofNullable(variables.get(name)))
            : Optional.empty(),
        commands ? Optional.of(new Commands(root)::run) : Optional.empty(),
        charts(console));
  }

  /** Charts of caches, and of the network where that is permitted. */
  CachedCharts charts(Console console) {
    return new CachedCharts(console.environment(), network);
  }

  private static Map<String, String> read(Console console, String file) {
    Map<String, String> variables = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(console.directory().resolve(file))) {
        int equals = line.indexOf('=');
        if (equals > 0 && !line.startsWith("#")) {
          variables.put(line.substring(0, equals).strip(), unquoted(line.substring(equals + 1)));
        }
      }
      return variables;
    } catch (IOException e) {
      throw new UsageError("The file of variables `" + file + "` cannot be read.");
    }
  }

  private static String unquoted(String text) {
    String value = text.strip();
    boolean isQuoted =
        value.length() > 1
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.charAt(value.length() - 1) == value.charAt(0);
    return isQuoted ? value.substring(1, value.length() - 1) : value;
  }
}
