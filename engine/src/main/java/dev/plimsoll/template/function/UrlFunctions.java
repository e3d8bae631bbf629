package dev.plimsoll.template.function;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.List;
import java.util.Map;

/** Takes URLs apart and puts them together ({@code url.go} of Sprig). */
final class UrlFunctions {

  private UrlFunctions() {}

  static List<TemplateFunction> family() {
    return List.of(
        new TemplateFunction("urlParse", Signature.of(Parameter.STRING), UrlFunctions::parse),
        new TemplateFunction("urlJoin", Signature.of(Parameter.MAP), UrlFunctions::join));
  }

  /** {@code urlParse}. */
  private static GoValue parse(FunctionContext context, List<GoValue> arguments) {
    Trace trace = arguments.getFirst().trace();
    GoNetUrl url;
    try {
      url = GoNetUrl.parse(Operands.text(arguments, 0));
    } catch (GoFailure e) {
      throw new GoFailure("unable to parse url: " + e.text(), trace);
    }
    GoMap parts = new GoMap(trace);
    Map.of(
            "scheme", url.scheme(),
            "host", url.host(),
            "hostname", url.hostname(),
            "path", url.path(),
            "query", url.query(),
            "opaque", url.opaque(),
            "fragment", url.fragment(),
            "userinfo", url.userInfo())
        .forEach((name, part) -> parts.put(name, GoString.computed(part, trace)));
    return parts;
  }

  /** {@code urlJoin}. */
  private static GoValue join(FunctionContext context, List<GoValue> arguments) {
    GoMap parts = Operands.map(arguments, 0);
    String user = part(parts, "userinfo");
    GoNetUrl url =
        new GoNetUrl(
            part(parts, "scheme"),
            part(parts, "opaque"),
            user.isEmpty() ? "" : user(user),
            part(parts, "host"),
            part(parts, "path"),
            "",
            part(parts, "query"),
            part(parts, "fragment"));
    Trace trace = parts.trace();
    for (String key : parts.keys()) {
      GoValue value = parts.get(key);
      trace = value == null ? trace : trace.and(value.trace());
    }
    return GoString.computed(url.print(), trace);
  }

  private static String user(String info) {
    try {
      return GoNetUrl.parse("proto://" + info + "@host").userInfo();
    } catch (GoFailure e) {
      throw new GoFailure("unable to parse userinfo in dict: " + e.text(), e.trace());
    }
  }

  private static String part(GoMap parts, String key) {
    GoValue value = parts.get(key);
    return switch (value) {
      case null -> "";
      case GoString string -> string.text();
      default ->
          throw new GoFailure(
              "unable to parse %s key, must be of type string, but %s found"
                  .formatted(key, value.kindName()),
              value.trace());
    };
  }
}
