package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.eval.EvaluationFailure;
import dev.plimsoll.template.eval.EvaluationLimits;
import dev.plimsoll.template.eval.EvaluationOptions;
import dev.plimsoll.template.eval.Evaluator;
import dev.plimsoll.template.eval.MissingKey;
import dev.plimsoll.template.eval.TemplateSet;
import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.function.HelmFunctions;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Site;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.HelmVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Runs the templates of a helmfile ({@code pkg/tmpl}). */
final class StateTemplates {

  private static final String NAME = "stringTemplate";
  private static final EvaluationLimits LIMITS =
      new EvaluationLimits(64L << 20, 10_000, 20_000_000, Duration.ofSeconds(20));
  private static final FunctionTable KNOWN = HelmFunctions.table(HelmVersion.NEWEST);

  private final FileTree files;
  private final Permissions permissions;
  private final ParsedTexts parsed;

  /**
   * @param parsed shared by all who load the same files
   */
  StateTemplates(FileTree files, Permissions permissions, ParsedTexts parsed) {
    this.files = files;
    this.permissions = permissions;
    this.parsed = parsed;
  }

  /** The source of a text that stands at a place of a file; one for everybody who asks. */
  SourceFile source(Location place, String text) {
    return parsed.source(place, text);
  }

  /**
   * Renders a text.
   *
   * @param folder where its helpers are and relative paths start
   * @return the text itself if it has no actions
   * @throws StateFailure if helmfile would stop
   */
  StateText render(StateText text, String folder, GoValue data, Workbench bench)
      throws StateFailure {
    if (!text.source().text().contains("{{")) {
      return text;
    }
    Refusals refusals = new Refusals();
    HelmfileFunctions own = new HelmfileFunctions(files, permissions, folder, refusals);
    FunctionTable functions = KNOWN.with(own.all(KNOWN));
    TemplateSet.Builder templates = TemplateSet.builder(functions);
    helpers(folder, templates, functions);
    TemplateFile file = parse(text.source(), functions);
    if (!file.errors().isEmpty()) {
      TemplateFile.SyntaxError error = file.errors().getFirst();
      bench
          .notes()
          .report(
              InfixOperator.around(text, error.span().start())
                  .orElseGet(() ->
                      Diagnostic.of(
                          HelmfileRules.TEMPLATE_ERROR,
                          text.locate(error.span()),
                          "This template does not parse: " + error.message() + ".")));
      throw StateFailure.reported();
    }
    templates.add(NAME, file);
    EvaluationOptions options =
        new EvaluationOptions(
            HelmVersion.NEWEST,
            true,
            false,
            MissingKey.ERROR,
            RandomGenerator::getDefault,
            Clock.systemUTC(),
            ZoneId::systemDefault,
            LIMITS);
    try {
      TracedText made = new Evaluator(templates.build(), options).execute(NAME, data);
      return StateText.Rendered.of(text, made);
    } catch (EvaluationFailure e) {
      throw failed(text, e, bench.notes());
    } finally {
      refusals.report(text, bench.notes());
    }
  }

  private TemplateFile parse(SourceFile source, FunctionTable functions) {
    return parsed.file(source, name -> TemplateSet.isFunction(functions, name));
  }

  private void helpers(String folder, TemplateSet.Builder templates, FunctionTable functions) {
    for (FileTree.Entry entry : files.list(folder)) {
      String name = entry.name();
      if (entry.kind() == FileTree.Kind.FILE
          && name.startsWith("_")
          && name.endsWith(".tpl")
          && files.read(StatePaths.join(folder, name))
              instanceof FileContent.Text(SourceFile source)) {
        templates.add(source.path(), parse(source, functions));
      }
    }
  }

  private static StateFailure failed(StateText text, EvaluationFailure failure, Notes notes) {
    Optional<Location> inner = Optional.ofNullable(failure.site()).flatMap(StateTemplates::place);
    Location place =
        failure.site() == null ? text.locate(Span.at(0)) : located(text, failure.site(), inner);
    if (notes.isPartial()) {
      notes.notChecked(
          place,
          "What this template makes is not known, because values that it may need were not read: "
              + failure.reason()
              + ".");
      return StateFailure.reported();
    }
    Diagnostic found =
        Diagnostic.of(
            HelmfileRules.TEMPLATE_ERROR,
            place,
            "This template fails, so helmfile stops: " + failure.reason() + ".");
    for (Site call : failure.calls()) {
      Optional<Location> from = place(call);
      if (from.isPresent()) {
        found =
            found.withRelated(
                RelatedLocation.Role.TEMPLATE, located(text, call, from), "It is called here.");
      }
    }
    notes.report(found);
    return StateFailure.reported();
  }

  private static Optional<Location> place(Site site) {
    return Optional.of(site.location());
  }

  private static Location located(StateText text, @Nullable Site site, Optional<Location> place) {
    if (site == null || place.isEmpty()) {
      return text.locate(Span.at(0));
    }
    return site.file().equals(text.source())
        ? text.locate(site.span())
        : site.given() == null ? place.get() : text.locate(Span.at(0));
  }
}
