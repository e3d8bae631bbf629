package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which environment and namespace a question is about. */
final class PlaceOptions {

  @Option(
      names = {"-e", "--environment"},
      paramLabel = "ENV",
      description = "Only this environment; may be repeated.")
  private List<String> environments = new ArrayList<>();

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description = "The namespace.")
  private @Nullable String namespace;

  @Mixin private AllowOption allow = new AllowOption();

  /** The namespace; empty if none was named. */
  String namespace() {
    return namespace == null ? "" : namespace;
  }

  /** Renders the environments. */
  RenderedPlace render(Console console, WorkspaceOption workspace) {
    return RenderedPlace.of(console, workspace, LayerOptions.of(environments, allow));
  }
}
