package dev.plimsoll.rules.helmfile;

import dev.plimsoll.rules.template.TemplateCommands;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.syntax.Operand;
import dev.plimsoll.template.syntax.Pipeline;
import dev.plimsoll.template.syntax.TemplateParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the texts that a template compares with the name of the environment. */
final class ComparedEnvironments {

  private static final List<String> NAME = List.of("Environment", "Name");
  private static final Set<String> COMPARISONS = Set.of("eq", "ne");

  private final SourceFile file;
  private final Set<String> variables = new HashSet<>();
  private final Set<String> others = new HashSet<>();
  private final List<Located<String>> found = new ArrayList<>();

  private ComparedEnvironments(SourceFile file) {
    this.file = file;
  }

  static List<Located<String>> of(SourceFile file) {
    if (!file.text().contains("." + String.join(".", NAME))) {
      return List.of();
    }
    ComparedEnvironments search = new ComparedEnvironments(file);
    List<Pipeline> pipelines = new ArrayList<>();
    TemplateCommands.visitPipelines(TemplateParser.parse(file, _ -> true), pipelines::add);
    pipelines.forEach(search::declaration);
    pipelines.forEach(search::comparison);
    return List.copyOf(search.found);
  }

  /** {@code $name := .Environment.Name}. */
  private void declaration(Pipeline pipeline) {
    if (pipeline.declared().size() == 1) {
      String variable = pipeline.declared().getFirst().name();
      if (pipeline.commands().size() == 1 && isName(pipeline.commands().getFirst())) {
        variables.add(variable);
      } else {
        // What is set to something else as well is not known to be the name.
        others.add(variable);
      }
    }
  }

  private void comparison(Pipeline pipeline) {
    boolean isPiped = false;
    for (Pipeline.Command command : pipeline.commands()) {
      command(command.arguments(), isPiped);
      isPiped = isName(command);
    }
  }

  private void command(List<Operand> arguments, boolean isPiped) {
    if (!(arguments.getFirst() instanceof Operand.Function(_, String function))) {
      return;
    }
    List<Operand> given = arguments.subList(1, arguments.size());
    boolean isAbout = isPiped || given.stream().anyMatch(this::isName);
    if (isAbout && COMPARISONS.contains(function)) {
      texts(given);
    } else if (isAbout
        && function.equals("has")
        && given.getLast() instanceof Operand.Nested(_, Pipeline list)
        && list.commands().size() == 1
        && list.commands().getFirst().arguments().getFirst()
            instanceof Operand.Function(_, String maker)
        && maker.equals("list")) {
      texts(list.commands().getFirst().arguments());
    }
  }

  private void texts(List<Operand> operands) {
    for (Operand operand : operands) {
      if (operand instanceof Operand.Text text) {
        found.add(new Located<>(text.value(), file.at(text.span())));
      }
    }
  }

  private boolean isName(Pipeline.Command command) {
    return command.arguments().size() == 1 && isName(command.arguments().getFirst());
  }

  private boolean isName(Operand operand) {
    return switch (operand) {
      case Operand.Field field -> field.fields().equals(NAME);
      case Operand.Variable(_, String name, List<String> fields) ->
          fields.isEmpty()
              ? variables.contains(name) && !others.contains(name)
              : name.equals("$") && fields.equals(NAME);
      case Operand.Dot _,
          Operand.Nil _,
          Operand.Bool _,
          Operand.Numeral _,
          Operand.Text _,
          Operand.Function _,
          Operand.Chain _,
          Operand.Nested _ ->
          false;
    };
  }
}
