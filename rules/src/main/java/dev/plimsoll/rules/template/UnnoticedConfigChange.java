package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.rule.Findings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import java.util.List;
import java.util.Map;

/**
 * A workload that uses a ConfigMap or Secret of its own release and has no annotation that changes
 * with it: an upgrade changes the object and leaves the pods as they are.
 */
public final class UnnoticedConfigChange implements Rule {

  static final RuleId OF_ENVIRONMENT = new RuleId("config-change-without-restart");
  static final RuleId OF_VOLUME = new RuleId("mounted-config-without-restart");

  private final RuleId id;
  private final UnnoticedConfigShelf shelf;

  private UnnoticedConfigChange(RuleId id, UnnoticedConfigShelf shelf) {
    this.id = id;
    this.shelf = shelf;
  }

  /** For what running pods never see: environment variables, and files mounted one by one. */
  public static Rule ofEnvironment(UnnoticedConfigShelf shelf) {
    return new UnnoticedConfigChange(OF_ENVIRONMENT, shelf);
  }

  /**
   * For volumes, whose files are exchanged; whether the program reads them again is its own affair.
   */
  public static Rule ofVolumes(UnnoticedConfigShelf shelf) {
    return new UnnoticedConfigChange(OF_VOLUME, shelf);
  }

  @Override
  public RuleId id() {
    return id;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    Findings findings = new Findings();
    List<RenderedRelease> releases = RenderedRelease.all(context.estate());
    Map<RenderedChart, List<Diagnostic>> found = shelf.of(releases);
    for (RenderedRelease release : releases) {
      for (Diagnostic each : found.getOrDefault(release.rendered(), List.of())) {
        if (each.rule().equals(id)) {
          findings.add(each, release.cells());
        }
      }
    }
    findings.reportTo(sink);
  }
}
