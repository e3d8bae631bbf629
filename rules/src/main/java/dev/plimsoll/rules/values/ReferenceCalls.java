package dev.plimsoll.rules.values;

import dev.plimsoll.template.syntax.Operand;
import dev.plimsoll.template.syntax.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What functions do to the values that they are given, for {@link ReferenceReader}. */
final class ReferenceCalls {

  /** Functions that look at a value and never at what is in it. */
  private static final Set<String> TESTS =
      Set.of(
          "not",
          "eq",
          "ne",
          "lt",
          "le",
          "gt",
          "ge",
          "empty",
          "kindIs",
          "typeIs",
          "typeIsLike",
          "kindOf",
          "typeOf",
          "len",
          "int",
          "int64",
          "float64",
          "semverCompare",
          "contains",
          "hasPrefix",
          "hasSuffix",
          "all",
          "any");

  /** Functions that give back one of their arguments, or what they are made of. */
  private static final Set<String> PASSES =
      Set.of(
          "and",
          "or",
          "default",
          "coalesce",
          "ternary",
          "required",
          "merge",
          "mustMerge",
          "mergeOverwrite",
          "mustMergeOverwrite",
          "deepCopy",
          "mustDeepCopy");

  /** Functions whose result has the items of their argument. */
  private static final Set<String> ITEMS =
      Set.of("first", "mustFirst", "last", "mustLast", "mustRest", "rest", "initial", "values");

  private static final String VALUES = "Values";

  private final ReferenceReader reader;

  ReferenceCalls(ReferenceReader reader) {
    this.reader = reader;
  }

  /**
   * What a command gives.
   *
   * @param piped what the command before gave; null for the first
   */
  Held command(Pipeline.Command command, @Nullable Held piped) {
    List<Operand> operands = command.arguments();
    Operand first = operands.getFirst();
    List<Argument> arguments = new ArrayList<>();
    for (Operand operand : operands.subList(1, operands.size())) {
      arguments.add(new Argument(reader.operand(operand), operand));
    }
    if (piped != null) {
      arguments.add(new Argument(piped, null));
    }
    if (first instanceof Operand.Function function) {
      return function(function.name(), arguments);
    }
    Held held = reader.operand(first);
    arguments.forEach(argument -> reader.readWhole(argument.held()));
    return held;
  }

  /**
   * An argument.
   *
   * @param operand null for what comes through a pipe
   */
  record Argument(Held held, @Nullable Operand operand) {

    /** The text, if it is one that stands in the template. */
    @Nullable String text() {
      return operand instanceof Operand.Text text ? text.value() : null;
    }
  }

  Held function(String name, List<Argument> arguments) {
    if (PASSES.contains(name)) {
      return passed(arguments);
    }
    if (TESTS.contains(name)) {
      arguments.forEach(argument -> reader.readShallow(argument.held()));
      return Held.NOTHING;
    }
    if (ITEMS.contains(name)) {
      return passed(arguments).any();
    }
    return switch (name) {
      case "index" -> path(arguments, 0);
      case "get" -> path(arguments, 0);
      case "hasKey" -> {
        reader.readShallow(path(arguments, 0));
        yield Held.NOTHING;
      }
      case "dig" -> dig(arguments);
      case "pluck" -> pluck(arguments);
      case "pick" -> pick(arguments);
      case "dict" -> dict(arguments);
      case "set", "unset" -> set(arguments);
      case "include", "tpl" -> {
        included(name, arguments);
        yield Held.NOTHING;
      }
      default -> {
        arguments.forEach(argument -> reader.readWhole(argument.held()));
        yield Held.NOTHING;
      }
    };
  }

  private Held passed(List<Argument> arguments) {
    Held all = Held.NOTHING;
    for (Argument argument : arguments) {
      reader.readShallow(argument.held());
      all = all.or(argument.held());
    }
    return all;
  }

  /** The entry of the argument at {@code owner} that the arguments behind it lead to. */
  private Held path(List<Argument> arguments, int owner) {
    if (arguments.size() <= owner) {
      return Held.NOTHING;
    }
    Held held = arguments.get(owner).held();
    for (Argument step : arguments.subList(owner + 1, arguments.size())) {
      String key = step.text();
      reader.readShallow(held);
      reader.readWhole(step.held());
      if (key != null) {
        held = held.field(key);
      } else {
        // Any of them may be meant.
        reader.readShallow(held.any());
        held = held.any();
      }
    }
    return held;
  }

  /** {@code dig "a" "b" default map}. */
  private Held dig(List<Argument> arguments) {
    if (arguments.size() < 3) {
      return Held.NOTHING;
    }
    Held held = arguments.getLast().held();
    Held otherwise = arguments.get(arguments.size() - 2).held();
    for (Argument step : arguments.subList(0, arguments.size() - 2)) {
      reader.readShallow(held);
      String key = step.text();
      held = key == null ? held.any() : held.field(key);
    }
    reader.readShallow(held);
    return held.or(otherwise);
  }

  /** {@code pluck "a" map map}: a list of what they have there. */
  private Held pluck(List<Argument> arguments) {
    String key = arguments.isEmpty() ? null : arguments.getFirst().text();
    Held all = Held.NOTHING;
    for (Argument map : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
      Held held = key == null ? map.held().any() : map.held().field(key);
      reader.readWhole(held);
      all = all.or(held);
    }
    return all;
  }

  /** {@code pick map "a" "b"}. */
  private Held pick(List<Argument> arguments) {
    for (int i = 1; i < arguments.size(); i++) {
      String key = arguments.get(i).text();
      Held owner = arguments.getFirst().held();
      reader.readWhole(key == null ? owner : owner.field(key));
    }
    return Held.NOTHING;
  }

  /** {@code dict "image" .Values.image "Values" .Values}. */
  private Held dict(List<Argument> arguments) {
    boolean hasRoot = false;
    for (int i = 0; i < arguments.size(); i++) {
      Held held = arguments.get(i).held();
      String key = i % 2 == 1 ? arguments.get(i - 1).text() : null;
      boolean isContext = VALUES.equals(key) && held.paths().equals(Set.of(List.of()));
      if (!isContext) {
        reader.readWhole(held);
      }
      hasRoot |= held.isRoot() || isContext;
    }
    // In there `Values` still means the values.
    return hasRoot ? Held.ROOT : Held.NOTHING;
  }

  /** {@code set map "key" value}: the map itself is not read. */
  private Held set(List<Argument> arguments) {
    arguments.stream().skip(1).forEach(argument -> reader.readWhole(argument.held()));
    Held map = arguments.isEmpty() ? Held.NOTHING : arguments.getFirst().held();
    reader.readShallow(map);
    return map;
  }

  private void included(String function, List<Argument> arguments) {
    if (function.equals("include") && !arguments.isEmpty()) {
      String name = arguments.getFirst().text();
      if (name != null) {
        reader.include(name);
      }
    }
    arguments.forEach(argument -> reader.readWhole(argument.held()));
  }
}
