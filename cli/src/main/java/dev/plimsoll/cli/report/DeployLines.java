package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.deploy.gate.GateResult;
import dev.plimsoll.deploy.rollout.Trouble;
import dev.plimsoll.deploy.rollout.WorkloadState;
import dev.plimsoll.deploy.run.DeployReporter;
import dev.plimsoll.deploy.run.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows a deploy while it happens: lines in a log, and one line that lives in a terminal. */
public final class DeployLines implements DeployReporter {

  private static final String CLEAR = "\r\u001b[K";

  private final Console console;
  private final Palette palette;
  private final boolean explains;
  private final boolean quiet;
  private final String prefix;
  private final Map<String, String> shown = new HashMap<>();
  private boolean live;
  private int allowed;

  /**
   * @param explains whether gates that say yes are shown too
   * @param prefix of each line, where several deploys are shown at once; empty for one alone
   */
  public DeployLines(
      Console console, Palette palette, boolean explains, boolean quiet, String prefix) {
    this.console = console;
    this.palette = palette;
    this.explains = explains;
    this.quiet = quiet;
    this.prefix = prefix;
  }

  @Override
  public void step(String text) {
    if (allowed > 0) {
      int count = allowed;
      allowed = 0;
      step(count + " gates allow it");
    }
    if (!quiet) {
      line("  " + text);
    }
  }

  @Override
  public void gate(GateResult result) {
    String text = "%-20s %s".formatted(result.gate(), result.verdict().evidence());
    switch (result.verdict().decision()) {
      case ALLOW -> {
        allowed++;
        explain(palette.added("  yes ") + text);
      }
      case OFF -> explain(palette.dim("  off ") + text);
      case DENY -> {
        line(palette.removed("  no  ") + text);
        if (!result.verdict().remedy().isEmpty()) {
          line("      " + " ".repeat(21) + result.verdict().remedy());
        }
      }
    }
  }

  private void explain(String text) {
    if (explains) {
      line(text);
    }
  }

  @Override
  public void progress(List<WorkloadState> states) {
    if (quiet) {
      return;
    }
    if (console.outIsTerminal() && prefix.isEmpty()) {
      List<String> parts = new ArrayList<>();
      for (WorkloadState state : states) {
        if (!state.ready()) {
          parts.add(state.key() + ": " + state.progress());
        }
      }
      console
          .out()
          .print(CLEAR + "  " + String.join(", ", parts.subList(0, Math.min(3, parts.size()))));
      console.out().flush();
      live = true;
      return;
    }
    for (WorkloadState state : states) {
      String before = shown.put(state.key().toString(), state.progress());
      if (!state.progress().equals(before)) {
        line("  " + state.key() + ": " + state.progress());
      }
    }
  }

  @Override
  public void trouble(Trouble trouble) {
    line(palette.removed("  " + trouble.message()));
    trouble.events().forEach(event -> line("      " + event));
    trouble.logs().forEach(log -> line("      | " + log));
  }

  /** Shows how it ended; the exit code. */
  public int end(Outcome outcome) {
    switch (outcome.result()) {
      case DEPLOYED -> line(palette.added(outcome.text()));
      case DENIED, ROLLED_BACK, STUCK -> line(palette.removed(outcome.text()));
    }
    console.out().flush();
    return outcome.result().exitCode();
  }

  private void line(String text) {
    console.out().println((live ? CLEAR : "") + prefix + text);
    console.out().flush();
    live = false;
  }
}
