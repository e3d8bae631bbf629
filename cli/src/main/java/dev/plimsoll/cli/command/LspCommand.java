package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.helmfile.HelmfileRequest;
import dev.plimsoll.helmfile.LoadOptions;
import dev.plimsoll.lsp.server.StdioServer;
import dev.plimsoll.lsp.workspace.Surroundings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** {@code plimsoll lsp}: the language server. */
public final class LspCommand implements Command {

  private final Console console;
  private final AllowOption allow = new AllowOption();

  public LspCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("lsp", this)
        .header("Serve an editor: the language server protocol on standard input and output.")
        .description(
            "%nAn editor starts this; docs/editors.md has the configuration of several. Nothing outside the"
                + " folders that the editor has open is read, no process is started and no address is asked"
                + " unless --allow or PLIMSOLL_ALLOW permit it.%n")
        .footer(
            "Exit codes: 0 the editor shut the server down; 1 the editor went away without a word.")
        .with(allow)
        // There is no other way to talk, so there is nothing to remember.
        .flag("--stdio", "Use the standard streams, as always: editors say so anyway.", _ -> {});
  }

  @Override
  public Integer call() throws InterruptedException {
    Allowances allowances = allow.allowances(console);
    List<Path> readable = new ArrayList<>(allowances.paths());
    readable.addAll(allowances.charts(console).folders());
    Surroundings surroundings =
        new Surroundings(
            folder ->
                new HelmfileRequest(
                    allowances.permissions(console, folder, null),
                    LoadOptions.NONE,
                    List.of(),
                    List.of()),
            readable,
            LocalDate::now);
    // What anything else prints must not come between the messages.
    System.setOut(console.err());
    return new StdioServer(VersionProvider.version(), surroundings)
        .run(console.in(), console.out());
  }
}
