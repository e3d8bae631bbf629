package dev.plimsoll.render;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.eval.EvaluationFailure;
import dev.plimsoll.template.eval.EvaluationLimits;
import dev.plimsoll.template.eval.EvaluationOptions;
import dev.plimsoll.template.eval.Evaluator;
import dev.plimsoll.template.eval.MissingKey;
import dev.plimsoll.template.eval.TemplateSet;
import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.function.HelmFunctions;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.syntax.TemplateParser;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.values.HelmVersion;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Names of releases that Helm makes up ({@code Install.NameAndChart}). */
public final class NameTemplate {

  private static final String NAME = "name-template";

  private NameTemplate() {}

  /** A template that gives no name. */
  public static final class Broken extends Exception {

    private static final long serialVersionUID = 1L;

    private Broken(String message) {
      super(message, null, false, false);
    }
  }

  /** {@code --name-template}: what the template writes, without any values. */
  public static String evaluate(String template, Supplier<RandomGenerator> random, Clock clock)
      throws Broken {
    FunctionTable functions = HelmFunctions.table(HelmVersion.NEWEST);
    TemplateFile file =
        TemplateParser.parse(
            new SourceFile(NAME, template), name -> TemplateSet.isFunction(functions, name));
    if (!file.errors().isEmpty()) {
      throw new Broken(file.errors().getFirst().message());
    }
    EvaluationOptions options =
        new EvaluationOptions(
            HelmVersion.NEWEST,
            false,
            false,
            MissingKey.ZERO,
            random,
            clock,
            () -> ZoneOffset.UTC,
            EvaluationLimits.DEFAULT);
    try {
      TemplateSet set = TemplateSet.builder(functions).add(NAME, file).build();
      return new Evaluator(set, options).execute(NAME, GoNil.LITERAL).text();
    } catch (EvaluationFailure e) {
      throw new Broken(e.reason());
    }
  }

  /** {@code --generate-name}: the name of the chart's file up to its first dot, and the time. */
  public static String generated(String chart, Clock clock) {
    String path = chart.replaceAll("/+$", "");
    String base = path.substring(path.lastIndexOf('/') + 1);
    if (base.isEmpty() || base.equals(".")) {
      base = "chart";
    }
    int dot = base.indexOf('.');
    return (dot < 0 ? base : base.substring(0, dot)) + "-" + clock.instant().getEpochSecond();
  }
}
