package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.SuppressionUse;
import dev.plimsoll.cli.report.JsonText;
import dev.plimsoll.cli.report.ShownPath;
import dev.plimsoll.cli.report.Table;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.project.Suppression;
import dev.plimsoll.source.Located;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** {@code plimsoll suppressions}: the audit of what the project accepts. */
public final class SuppressionsCommand implements Command {

  private final Console console;
  private final WorkspaceOption workspace = new WorkspaceOption();
  private final LayerOptions layers = new LayerOptions();
  private final OutputOptions output = new OutputOptions();
  private Format format = Format.TABLE;

  /** What comes out. */
  enum Format {
    TABLE,
    JSON
  }

  public SuppressionsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Options options() {
    return Options.of("suppressions", this)
        .header("Audit the suppressions: what each accepts, which are unused, which have expired.")
        .footer("Exit codes: 0 every suppression is in use, 1 one is unused or has expired.")
        .value(
            "--format=FORMAT",
            "table or json. Default: table.",
            Format.class,
            value -> format = value)
        .with(workspace, layers, output);
  }

  @Override
  public Integer call() {
    Workplace workplace = workspace.open(console);
    AnalysisResult result = workplace.analyze(layers);
    workplace.reportBugs(result, output);
    List<SuppressionUse> uses = result.suppressions();
    console
        .out()
        .print(
            switch (format) {
              case TABLE ->
                  uses.isEmpty()
                      ? "No suppressions.\n"
                      : table(workplace.prefix(), uses).render(output.palette(console));
              case JSON -> json(uses);
            });
    boolean stale = uses.stream().anyMatch(use -> use.isExpired() || use.isUnused());
    return stale ? ExitCode.DIAGNOSTICS : ExitCode.OK;
  }

  private static Table table(String prefix, List<SuppressionUse> uses) {
    Table table =
        new Table("STATE", "MATCHES", "RULE", "SCOPE", "EXPIRES", "OWNER", "PLACE", "REASON");
    for (SuppressionUse use : uses) {
      Suppression suppression = use.suppression();
      table.row(
          state(use),
          Integer.toString(use.matched()),
          suppression.rule().value(),
          scope(suppression),
          suppression.expires().map(date -> date.value().toString()).orElse("never"),
          text(suppression.owner()),
          ShownPath.of(prefix, suppression.location()),
          suppression.reason().value());
    }
    return table;
  }

  private static String json(List<SuppressionUse> uses) {
    return JsonText.of(json -> {
      json.writeStartArray();
      uses.forEach(use -> write(json, use));
      json.writeEndArray();
    });
  }

  private static void write(JsonGenerator json, SuppressionUse use) {
    Suppression suppression = use.suppression();
    json.writeStartObject();
    json.writeStringProperty("state", state(use));
    json.writeNumberProperty("matches", use.matched());
    json.writeStringProperty("rule", suppression.rule().value());
    json.writeStringProperty("release", text(suppression.release()));
    json.writeStringProperty("environment", text(suppression.environment()));
    json.writeStringProperty("cluster", text(suppression.cluster()));
    json.writeStringProperty("path", text(suppression.path()));
    json.writeStringProperty("kind", text(suppression.kind()));
    json.writeStringProperty("name", text(suppression.name()));
    json.writeStringProperty("container", text(suppression.container()));
    json.writeStringProperty("writtenIn", writtenIn(suppression));
    json.writeStringProperty("reason", suppression.reason().value());
    json.writeStringProperty("owner", text(suppression.owner()));
    Optional<LocalDate> expires = suppression.expires().map(Located::value);
    json.writeStringProperty("expires", expires.map(LocalDate::toString).orElse(""));
    json.writeStringProperty("file", suppression.location().file().path());
    json.writeNumberProperty("line", suppression.location().position().line());
    json.writeEndObject();
  }

  private static String state(SuppressionUse use) {
    if (use.isExpired()) {
      return "expired";
    }
    return use.isUnused() ? "unused" : "in use";
  }

  private static String scope(Suppression suppression) {
    StringBuilder scope = new StringBuilder();
    append(scope, "release", suppression.release());
    append(scope, "environment", suppression.environment());
    append(scope, "cluster", suppression.cluster());
    append(scope, "path", suppression.path());
    append(scope, "kind", suppression.kind());
    append(scope, "name", suppression.name());
    append(scope, "container", suppression.container());
    suppression
        .target()
        .ifPresent(target -> scope.append(scope.isEmpty() ? "" : " ").append(text(target)));
    return scope.isEmpty() ? "everywhere" : scope.toString();
  }

  private static String text(Suppression.Target target) {
    return switch (target) {
      case Suppression.Target.Lines _ -> "the line";
      case Suppression.Target.AnnotatedObjects(List<ObjectRef> objects, List<Affected> _) ->
          objects.getFirst().kind() + "/" + objects.getFirst().name();
    };
  }

  private static String writtenIn(Suppression suppression) {
    return suppression
        .target()
        .map(target ->
            switch (target) {
              case Suppression.Target.Lines _ -> "comment";
              case Suppression.Target.AnnotatedObjects _ -> "annotation";
            })
        .orElse("project file");
  }

  private static void append(StringBuilder scope, String name, Optional<Located<String>> value) {
    value.ifPresent(found ->
        scope.append(scope.isEmpty() ? "" : " ").append(name).append('=').append(found.value()));
  }

  private static String text(Optional<Located<String>> value) {
    return value.map(Located::value).orElse("");
  }
}
