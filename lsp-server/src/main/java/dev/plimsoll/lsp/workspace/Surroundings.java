package dev.plimsoll.lsp.workspace;

import dev.plimsoll.analysis.AnalysisOptions;
import dev.plimsoll.helmfile.HelmfileRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the person who starts the server lets it see beyond the workspace; the workspace has no say
 * in it.
 *
 * @param helmfile how helmfiles of a folder are loaded
 * @param readable folders and files outside the workspace that may be read
 * @param today decides which suppressions have expired
 */
public record Surroundings(
    Function<Path, HelmfileRequest> helmfile, List<Path> readable, Supplier<LocalDate> today) {

  public Surroundings {
    readable = List.copyOf(readable);
  }

  /** Nothing beyond the workspace. */
  public static Surroundings nothing(Supplier<LocalDate> today) {
    return new Surroundings(_ -> HelmfileRequest.DEFAULT, List.of(), today);
  }

  AnalysisOptions options(Root root) {
    return new AnalysisOptions(
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        helmfile.apply(root.folder()));
  }
}
