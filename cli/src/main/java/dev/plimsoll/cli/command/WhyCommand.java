package dev.plimsoll.cli.command;

import dev.plimsoll.cli.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll why}: the layer chain of one value. */
@Command(
    name = "why",
    header = "Show why a value is what it is: the layer that won, and those that lost.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll why shop image.tag -e prod",
      "  plimsoll why shop 'ingress.annotations[\"cert-manager.io/cluster-issuer\"]' -e prod",
      "  plimsoll why shop resources.limits            every environment, one after the other"
    })
public final class WhyCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "RELEASE", description = "A release of the workspace.")
  private String release = "";

  @Parameters(index = "1", paramLabel = "PATH", description = "A key path: image.tag, hosts[0].name.")
  private String path = "";

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
  private Format format = Format.TEXT;

  @Mixin private WorkspaceOption workspace = new WorkspaceOption();
  @Mixin private LayerOptions layers = new LayerOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  /** What comes out. */
  enum Format {
    TEXT,
    JSON
  }

  public WhyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    throw new UnsupportedOperationException(console + release + path + format + workspace + layers + output);
  }
}
