package dev.plimsoll.cel.compile;

import java.util.List;
import java.util.Random;

/** Makes expressions that the checker accepts, and that are right or wrong when they run. */
final class ExpressionGenerator {

  private final Random random;
  private int variables;

  ExpressionGenerator(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    variables = 0;
    return switch (random.nextInt(8)) {
      case 0 -> integer(4);
      case 1 -> text(4);
      case 2 -> integers(3);
      case 3 -> real(4);
      case 4 -> texts(3);
      default -> truth(4);
    };
  }

  private String truth(int depth) {
    if (depth == 0) {
      return one("true", "false", "object.flag", "has(object.name)", "has(object.missing)");
    }
    int below = depth - 1;
    return switch (random.nextInt(18)) {
      case 0, 1 -> "(%s && %s)".formatted(truth(below), truth(below));
      case 2, 3 -> "(%s || %s)".formatted(truth(below), truth(below));
      case 4 -> "!(%s)".formatted(truth(below));
      case 5 -> "(%s ? %s : %s)".formatted(truth(below), truth(below), truth(below));
      case 6 -> integer(below) + comparison() + integer(below);
      case 7 -> text(below) + comparison() + text(below);
      case 8 -> integer(below) + one(" < ", " <= ", " > ", " >= ") + real(below);
      case 9 -> "(%s in %s)".formatted(integer(below), integers(below));
      case 10 -> macro("all", below);
      case 11 -> macro("exists", below);
      case 12 -> macro("exists_one", below);
      case 13 ->
          "%s.%s(%s)".formatted(text(below), one("contains", "startsWith", "endsWith"), text(0));
      case 14 -> "(dyn(%s) == dyn(%s))".formatted(any(below), any(below));
      case 15 ->
          "sets.%s(%s, %s)"
              .formatted(
                  one("contains", "intersects", "equivalent"), integers(below), integers(below));
      case 16 -> "(object.missing == %s || %s)".formatted(integer(0), truth(below));
      default ->
          "(%s && object.list[%s] == %s)".formatted(truth(below), integer(below), integer(0));
    };
  }

  private String integer(int depth) {
    if (depth == 0) {
      return one(
          "0",
          "1",
          "-1",
          "2",
          "7",
          "9223372036854775800",
          "100",
          "12",
          "object.count",
          "int(object.count)");
    }
    int below = depth - 1;
    return switch (random.nextInt(13)) {
      case 0, 1 -> "(%s %s %s)".formatted(integer(below), one("+", "-", "*"), integer(below));
      case 2 -> "(%s %s %s)".formatted(integer(below), one("/", "%"), integer(below));
      case 3 -> "size(%s)".formatted(random.nextBoolean() ? text(below) : integers(below));
      case 4 -> "('_' + %s).indexOf(%s)".formatted(text(below), text(0));
      case 5 -> "('_' + %s).lastIndexOf(%s)".formatted(text(below), text(0));
      case 6 -> "(%s ? %s : %s)".formatted(truth(below), integer(below), integer(below));
      case 7 -> "%s[%s]".formatted(integers(below), integer(0));
      case 8 -> "object.?missing.orValue(%s)".formatted(integer(below));
      case 9 -> "int(%s)".formatted(real(0));
      case 10 -> "int('%d')".formatted(random.nextInt(100));
      case 11 -> "{'a': %s, 'b': %s}[%s]".formatted(integer(below), integer(0), text(0));
      default -> "(-(%s))".formatted(integer(below));
    };
  }

  private String real(int depth) {
    if (depth == 0) {
      return one("0.25", "1.5", "-2.25", "1e10", "object.ratio");
    }
    int below = depth - 1;
    return switch (random.nextInt(4)) {
      case 0, 1 -> "(%s %s %s)".formatted(real(below), one("+", "-", "*", "/"), real(below));
      case 2 -> "double(%s)".formatted(integer(below));
      default -> "(%s ? %s : %s)".formatted(truth(below), real(below), real(below));
    };
  }

  private String text(int depth) {
    if (depth == 0) {
      return one(
          "''", "'a'", "'b'", "'abcabc'", "'déjà 😀!'", "object.name", "string(object.count)");
    }
    int below = depth - 1;
    return switch (random.nextInt(10)) {
      case 0, 1 -> "(%s + %s)".formatted(text(below), text(below));
      case 2 -> "%s.substring(%s)".formatted(text(below), small());
      case 3 -> "%s.substring(%s, %s)".formatted(text(below), small(), small());
      case 4 -> "%s.%s()".formatted(text(below), one("lowerAscii", "upperAscii", "trim"));
      case 5 -> "%s.replace(%s, %s)".formatted(text(below), one("'a'", "'bc'"), text(0));
      case 6 -> "%s.charAt(%s)".formatted(text(below), small());
      case 7 -> "%s.join(%s)".formatted(texts(below), one("','", "''"));
      case 8 -> "string(%s)".formatted(random.nextBoolean() ? integer(below) : truth(below));
      default -> "(%s ? %s : %s)".formatted(truth(below), text(below), text(below));
    };
  }

  private String integers(int depth) {
    if (depth == 0) {
      return one("[1, 2, 3]", "[0]", "[5, 5, 1]", "[3, 2, 7, 2]");
    }
    int below = depth - 1;
    String variable = variable();
    return switch (random.nextInt(8)) {
      case 0 -> "[%s, %s]".formatted(integer(below), integer(below));
      case 1 -> "(%s + %s)".formatted(integers(below), integers(below));
      case 2 -> "%s.map(%s, %s + %s)".formatted(integers(below), variable, variable, integer(0));
      case 3 -> "%s.filter(%s, %s > %s)".formatted(integers(below), variable, variable, integer(0));
      case 4 -> "%s.%s()".formatted(integers(below), one("distinct", "sort", "reverse"));
      case 5 -> "%s.slice(%s, %s)".formatted(integers(below), small(), small());
      case 6 -> "%s.transformList(%s, v, v - %s)".formatted(integers(below), variable, variable);
      default -> "lists.range(%s)".formatted(random.nextInt(5));
    };
  }

  private String texts(int depth) {
    if (depth == 0) {
      return one("['a', 'b']", "['']", "['x', 'abc', 'b']", "object.names");
    }
    int below = depth - 1;
    String variable = variable();
    return switch (random.nextInt(4)) {
      case 0 -> "%s.split(%s)".formatted(text(below), one("'a'", "' '", "'bc'"));
      case 1 -> "%s.map(%s, %s + %s)".formatted(texts(below), variable, variable, text(0));
      case 2 -> "[%s, %s]".formatted(text(below), text(below));
      default -> "(%s + %s)".formatted(texts(below), texts(below));
    };
  }

  private String any(int depth) {
    return switch (random.nextInt(9)) {
      case 0 -> integer(depth);
      case 1 -> text(depth);
      case 2 -> real(depth);
      case 3 -> truth(depth);
      case 4 -> integers(depth);
      case 5 -> random.nextInt(5) + "u";
      case 6 -> "null";
      case 7 -> "{'a': %s}".formatted(integer(depth));
      default -> one("object.count", "object.name", "object.list", "object.nothing");
    };
  }

  private String macro(String name, int depth) {
    String variable = variable();
    return "%s.%s(%s, %s)"
        .formatted(
            integers(depth),
            name,
            variable,
            random.nextBoolean()
                ? variable + comparison() + integer(0)
                : "(%s / %s > %s || %s)".formatted(integer(0), variable, integer(0), truth(0)));
  }

  private String variable() {
    return "i" + variables++;
  }

  private String small() {
    return String.valueOf(random.nextInt(5) - 1);
  }

  private String comparison() {
    return one(" == ", " != ", " < ", " <= ", " > ", " >= ");
  }

  private String one(String... choices) {
    return List.of(choices).get(random.nextInt(choices.length));
  }
}
