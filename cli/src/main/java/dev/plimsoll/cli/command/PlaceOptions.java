package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which environment and namespace a question is about. */
final class PlaceOptions implements OptionGroup {

  private final AllowOption allow = new AllowOption();
  private List<String> environments = List.of();
  private @Nullable String namespace;

  @Override
  public void declare(Options options) {
    options
        .texts(
            "-e, --environment=ENV",
            "Only this environment; may be repeated.",
            values -> environments = values)
        .text("-n, --namespace=NAME", "The namespace.", value -> namespace = value)
        .with(allow);
  }

  /** The namespace; empty if none was named. */
  String namespace() {
    return namespace == null ? "" : namespace;
  }

  /** Renders the environments. */
  RenderedPlace render(Console console, WorkspaceOption workspace) {
    return RenderedPlace.of(console, workspace, LayerOptions.of(environments, allow));
  }
}
