package dev.plimsoll.template.eval;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes templates at random: pipelines that fit together more often than not, and control
 * structures around them. Dot is the map of {@link #VALUES}.
 */
final class TemplateGenerator {

  static final String VALUES =
      """
      a: {b: {c: deep, count: 5, nothing: null}}
      text: hello
      number: 42
      float: 1.5
      large: 12345678
      yes: true
      empty: ""
      nothing: null
      list: [1, two, null, true, {k: v}]
      noItems: []
      map: {x: 1, w: two, z: null}
      noEntries: {}
      wide: "héllo <w>"
      template: "{{ .text }}!{{ .missing }}"
      defining: "{{ define \\"in\\" }}IN{{ . }}{{ end }}{{ include \\"in\\" .text }}"
      broken: "{{ nope }}"
      failing: "ok {{ .nothing.x }}"
      """;

  private static final List<String> COMMON =
      List.of(".text", ".list", ".map", ".number", ".a.b.c", "\"lit\"", "1", "true", "$x", ".");

  private static final List<String> OPERANDS =
      List.of(
          ".float",
          ".large",
          ".empty",
          ".nothing",
          ".noItems",
          ".noEntries",
          ".a",
          ".a.b",
          ".a.b.nothing",
          ".missing",
          ".missing.x",
          ".text.x",
          ".map.x",
          ".wide",
          "$",
          "$.text",
          ".x",
          ".k",
          "$v",
          "$k",
          "$x.x",
          "$v.k",
          "0",
          "-1",
          "2.5",
          "1e3",
          "\"\"",
          "`r\"w`",
          "'x'",
          "false",
          "nil",
          "0x1F",
          ".template",
          "(.missing).x",
          "(.map).y",
          "($x).z",
          "\"%s-%v\"");

  /** Functions with the number of their arguments; negative for any number. */
  private static final List<String> FUNCTIONS =
      List.of(
          "print:-1",
          "println:-1",
          "html:-1",
          "js:-1",
          "urlquery:-1",
          "eq:-1",
          "ne:2",
          "lt:2",
          "le:2",
          "gt:2",
          "ge:2",
          "and:-1",
          "or:-1",
          "not:1",
          "len:1",
          "index:-1",
          "call:-1",
          "upper:1",
          "lower:1",
          "trunc:2",
          "quote:-1",
          "default:2",
          "list:-1",
          "hasKey:2",
          "first:1",
          "splitList:2",
          "join:2",
          "ternary:3",
          "toString:1",
          "int:1",
          "required:2",
          "fail:1",
          "kindOf:1",
          "typeOf:1");

  private static final List<String> FORMATS =
      List.of("%s-%v", "%d %5.2f", "%v", "%q|%T", "%+v %#v", "%x%%", "%05d", "%*d", "%[2]s", "%t");

  private final Random random;

  TemplateGenerator(Random random) {
    this.random = random;
  }

  /**
   * A whole text with the definitions of {@code t1} and {@code t2}, which do not call each other.
   */
  String template() {
    return "{{ $x := .a }}{{ $k := 0 }}{{ $v := 1 }}"
        + join(1 + random.nextInt(3), _ -> pick(List.of("", "\n", "a ", "é ")) + node(3))
        + "{{ define \"t1\" }}[{{ . }}]{{ end }}"
        + "{{ define \"t2\" }}{{ $x := . }}{{ $k := 1 }}{{ $v := $ }}"
        + node(0)
        + "{{ include \"t1\" . }}{{ end }}";
  }

  private String node(int depth) {
    int choice = random.nextInt(100);
    if (depth <= 0 || choice < 45) {
      return action();
    }
    if (choice < 60) {
      return "{{ if " + pipeline(1) + " }}" + body(depth) + elseBranch("if", depth) + "{{ end }}";
    }
    if (choice < 70) {
      String variable = pick(List.of("", "", "$x := "));
      return "{{ with "
          + variable
          + pipeline(1)
          + " }}"
          + body(depth)
          + elseBranch("with", depth)
          + "{{ end }}";
    }
    if (choice < 88) {
      return loop(depth);
    }
    if (choice < 93) {
      return "{{ template \"" + pick(List.of("t1", "t2", "nope")) + "\" " + pipeline(1) + " }}";
    }
    return pick(List.of("text\n", "  \n\ttab ", "日本 ", "x"));
  }

  private String action() {
    String pipeline = pipeline(2);
    return switch (random.nextInt(12)) {
      case 0 -> "{{ $x := " + pipeline + " }}";
      case 1 -> "{{ $x = " + pipeline + " }}";
      case 2, 3 -> "{{- " + pipeline + " -}}";
      default -> "{{ " + pipeline + " }}";
    };
  }

  private String loop(int depth) {
    String variables = pick(List.of("", "", "$v := ", "$k, $v := ", "$x = ", "$k, $v = "));
    String over = pick(List.of(pipeline(1), ".list", ".map", ".noItems", "3", "list 1 nil \"x\""));
    String jump =
        pick(
            List.of(
                "",
                "",
                "{{ if eq (len (print .)) 1 }}{{ break }}{{ end }}",
                "{{ if . }}{{ continue }}{{ end }}"));
    return "{{ range "
        + variables
        + over
        + " }}"
        + jump
        + body(depth)
        + elseBranch("", depth)
        + "{{ end }}";
  }

  private String body(int depth) {
    return join(1 + random.nextInt(2), _ -> node(depth - 1));
  }

  private String elseBranch(String keyword, int depth) {
    return switch (random.nextInt(3)) {
      case 0 -> "{{ else }}" + body(depth);
      case 1 ->
          keyword.isEmpty() ? "" : "{{ else " + keyword + " " + pipeline(1) + " }}" + body(depth);
      default -> "";
    };
  }

  private String pipeline(int depth) {
    StringBuilder pipeline = new StringBuilder(first(depth));
    while (random.nextInt(10) < 3) {
      pipeline.append(pick(List.of(" | ", "|", " |  "))).append(call(depth, true));
    }
    return pipeline.toString();
  }

  private String first(int depth) {
    return random.nextInt(10) < 5 ? operand(depth) : call(depth, false);
  }

  private String operand(int depth) {
    if (depth > 0 && random.nextInt(4) == 0) {
      return "(" + pipeline(depth - 1) + ")" + pick(List.of("", "", "", ".x", ".k.y"));
    }
    return random.nextInt(10) < 7 ? pick(COMMON) : pick(OPERANDS);
  }

  /** A call, mostly with as many arguments as the function wants. */
  private String call(int depth, boolean isPiped) {
    int choice = random.nextInt(20);
    if (choice == 0) {
      return pick(List.of(".text", ".map", "$x", ".a.b.c")) + " " + operand(depth);
    }
    String[] function = pick(FUNCTIONS).split(":", 2);
    int wanted = Integer.parseInt(function[1]);
    int count = wanted < 0 ? random.nextInt(4) : wanted;
    String name = function[0];
    String leading = "";
    if (choice < 4) {
      name = pick(List.of("include", "tpl", "printf", "printf"));
      leading = leading(name);
      count = name.equals("printf") ? random.nextInt(4) : 1;
    }
    if (isPiped && random.nextInt(12) > 0) {
      count = Math.max(0, count - 1);
    }
    if (random.nextInt(25) == 0) {
      count = random.nextInt(4);
    }
    return name + leading + join(count, _ -> " " + operand(depth));
  }

  private String leading(String name) {
    return switch (name) {
      case "include" -> " " + pick(List.of("\"t1\"", "\"t2\"", "\"nope\"", ".text"));
      case "tpl" -> " " + pick(List.of(".template", ".defining", ".broken", ".failing", ".wide"));
      default -> " \"" + pick(FORMATS) + "\"";
    };
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String join(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
  }
}
