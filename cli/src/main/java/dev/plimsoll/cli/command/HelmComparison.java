package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.cli.report.ComparedRelease;
import dev.plimsoll.cli.report.HelmMoveJson;
import dev.plimsoll.cli.report.HelmMoveText;
import dev.plimsoll.cli.report.ShownChange;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.render.RenderFailure;
import dev.plimsoll.render.RenderOutcome;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.render.comparison.ChartComparison;
import dev.plimsoll.values.HelmVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code plimsoll render --compare-helm}: what a move between versions of Helm changes. */
final class HelmComparison implements OptionGroup {

  private @Nullable String versions;
  private Format format = Format.TEXT;

  /** What comes out. */
  enum Format {
    TEXT,
    JSON
  }

  /** The two sides of a comparison. */
  record Move(HelmVersion from, HelmVersion to) {}

  @Override
  public void declare(Options options) {
    options
        .text(
            "--compare-helm=A,B",
            "Print what a move from Helm A to Helm B changes, for RELEASE or else for every release.",
            value -> versions = value)
        .value(
            "--format=FORMAT",
            "With --compare-helm: text or json. Default: text.",
            Format.class,
            value -> format = value);
  }

  /** What was asked for; empty if nothing is to be compared. */
  Optional<Move> move() {
    if (versions == null) {
      if (format == Format.JSON) {
        throw new UsageError("`--format json` goes with `--compare-helm`; a render is YAML.");
      }
      return Optional.empty();
    }
    String[] parts = versions.split(",", -1);
    if (parts.length == 2) {
      Optional<HelmVersion> from = HelmVersion.parse(parts[0]);
      Optional<HelmVersion> to = HelmVersion.parse(parts[1]);
      if (from.isPresent() && to.isPresent()) {
        return Optional.of(new Move(from.get(), to.get()));
      }
    }
    throw new UsageError(
        "`--compare-helm " + versions + "` names no two versions of Helm; write 3.22,4.3.");
  }

  /**
   * Compares and prints.
   *
   * @param load the releases as a Helm has them
   * @param render one of them with that Helm, in the analysis that it is of
   * @return the exit code: a release that only the new Helm refuses fails the command
   */
  int run(
      Console console,
      OutputOptions output,
      Workplace workplace,
      Move move,
      Function<HelmVersion, AnalysisResult> load,
      Function<AnalysisResult, List<ReleaseInstance>> choose,
      BiFunction<AnalysisResult, ReleaseInstance, RenderOutcome> render) {
    Side before = new Side(load.apply(move.from()), choose, render);
    Side after = new Side(load.apply(move.to()), choose, render);
    workplace.reportBugs(after.result(), output);
    // Charts and values are parsed before, so each render is on its own.
    List<ComparedRelease> compared =
        after.cells().parallelStream().map(cell -> compare(move, before, after, cell)).toList();
    ShownChange shown = new ShownChange(Secrets.of(after.result()), workplace.prefix());
    console
        .out()
        .print(
            switch (format) {
              case TEXT ->
                  new HelmMoveText(shown, output.palette(console))
                      .of(move.from(), move.to(), compared);
              case JSON -> new HelmMoveJson(shown).of(move.from(), move.to(), compared);
            });
    List<NotChecked> missing =
        after.result().notChecked().stream().filter(found -> found.accepted().isEmpty()).toList();
    for (NotChecked found : missing) {
      console.err().println("plimsoll: Not compared: " + found.location() + ": " + found.reason());
    }
    if (!after.result().bugs().isEmpty()) {
      return ExitCode.USAGE;
    }
    if (compared.stream().anyMatch(ComparedRelease::isNew)) {
      return ExitCode.DIAGNOSTICS;
    }
    boolean isPartial =
        !missing.isEmpty() || compared.stream().anyMatch(release -> release.comparison().isEmpty());
    return isPartial ? ExitCode.NOT_CHECKED : ExitCode.OK;
  }

  private static ComparedRelease compare(Move move, Side before, Side after, Affected cell) {
    Rendered old = before.render(cell);
    Rendered now = after.render(cell);
    if (old.chart().isPresent() && now.chart().isPresent()) {
      return ComparedRelease.of(cell, ChartComparison.of(old.chart().get(), now.chart().get()));
    }
    if (old.chart().isPresent()) {
      return ComparedRelease.failed(
          cell, "only Helm " + move.to() + " refuses it: " + now.problem(), true);
    }
    String who =
        now.chart().isPresent() ? "only Helm " + move.from() + " refuses it: " : "both refuse it: ";
    return ComparedRelease.failed(cell, who + old.problem(), false);
  }

  /** One release as one Helm renders it, or why it does not. */
  private record Rendered(Optional<RenderedChart> chart, String problem) {}

  /** What one Helm makes of the workspace. */
  private static final class Side {

    private final AnalysisResult result;
    private final Map<Affected, ReleaseInstance> instances = new LinkedHashMap<>();
    private final BiFunction<AnalysisResult, ReleaseInstance, RenderOutcome> render;

    Side(
        AnalysisResult result,
        Function<AnalysisResult, List<ReleaseInstance>> choose,
        BiFunction<AnalysisResult, ReleaseInstance, RenderOutcome> render) {
      this.result = result;
      this.render = render;
      choose.apply(result).forEach(instance -> instances.put(instance.cell(), instance));
    }

    AnalysisResult result() {
      return result;
    }

    Set<Affected> cells() {
      return instances.keySet();
    }

    Rendered render(Affected cell) {
      Optional<Diagnostic> refusal =
          result.diagnostics().stream()
              .filter(dev.plimsoll.analysis.Refusals::isOne)
              .filter(found -> found.affects().contains(cell))
              .findFirst();
      ReleaseInstance instance = instances.get(cell);
      if (refusal.isPresent() || instance == null) {
        return new Rendered(
            Optional.empty(), refusal.map(Side::line).orElse("its chart cannot be read."));
      }
      return switch (render.apply(result, instance)) {
        case RenderedChart chart -> new Rendered(Optional.of(chart), "");
        case RenderFailure failure ->
            new Rendered(Optional.empty(), line(failure.diagnostics().getFirst()));
      };
    }

    private static String line(Diagnostic diagnostic) {
      return diagnostic.location() + ": " + diagnostic.message();
    }
  }
}
