package dev.plimsoll.template.function;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.TracedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/** Paths with slashes: Go's {@code path}, and {@code filepath} as it is on Linux. */
final class PathFunctions {

  private PathFunctions() {}

  static List<TemplateFunction> family() {
    List<TemplateFunction> family = new ArrayList<>();
    both(family, "base", PathFunctions::base);
    both(family, "dir", PathFunctions::dir);
    both(family, "clean", PathFunctions::clean);
    both(family, "ext", PathFunctions::ext);
    for (String name : List.of("isAbs", "osIsAbs")) {
      family.add(
          new TemplateFunction(
              name,
              Signature.of(Parameter.STRING),
              (context, arguments) ->
                  Operands.answer(Operands.text(arguments, 0).startsWith("/"), arguments)));
    }
    return family;
  }

  private static void both(
      List<TemplateFunction> family, String name, UnaryOperator<String> operation) {
    for (String each :
        List.of(name, "os" + Character.toUpperCase(name.charAt(0)) + name.substring(1))) {
      family.add(
          new TemplateFunction(
              each,
              Signature.of(Parameter.STRING),
              (context, arguments) -> {
                TracedText path = Operands.content(arguments, 0);
                String result = operation.apply(path.text());
                int at = path.text().lastIndexOf(result);
                return at >= 0 && !result.isEmpty()
                    ? new GoString(path.substring(at, at + result.length()))
                    : GoString.computed(result, path.trace());
              }));
    }
  }

  /** {@code path.Clean}. */
  private static String clean(String path) {
    boolean rooted = path.startsWith("/");
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      boolean up = part.equals("..");
      if (up && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!up || !rooted) {
        parts.addLast(part);
      }
    }
    String joined = String.join("/", parts);
    return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
  }

  /** {@code path.Base}. */
  private static String base(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    String stripped = path.substring(0, end);
    String base = stripped.substring(stripped.lastIndexOf('/') + 1);
    return base.isEmpty() ? "/" : base;
  }

  /** {@code path.Dir}. */
  private static String dir(String path) {
    return clean(path.substring(0, path.lastIndexOf('/') + 1));
  }

  /** {@code path.Ext}. */
  private static String ext(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(dot) : "";
  }
}
