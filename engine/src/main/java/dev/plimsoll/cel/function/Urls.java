package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.CelOpaque;
import dev.plimsoll.cel.value.CelType;
import dev.plimsoll.cel.value.ListValue;
import dev.plimsoll.cel.value.MapValue;
import dev.plimsoll.template.function.GoNetUrl;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoQuotes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** URLs. */
final class Urls implements Library {

  /** A URL as a value. */
  private record Url(GoNetUrl parts) implements CelOpaque {

    private static final CelType TYPE = new CelType("kubernetes.URL");

    @Override
    public CelType type() {
      return TYPE;
    }
  }

  @Override
  public Object call(String function, Object[] arguments) {
    if (arguments[0] instanceof String text) {
      return switch (function) {
        case "url" -> parse(text);
        case "isURL" -> isUrl(text);
        default -> throw CelFailure.noOverload(function, arguments);
      };
    }
    if (!(arguments[0] instanceof Url(GoNetUrl parts))) {
      throw CelFailure.noOverload(function, arguments);
    }
    return switch (function) {
      case "getScheme" -> parts.scheme();
      case "getHost" -> parts.host();
      case "getHostname" -> parts.hostname();
      case "getPort" -> port(parts);
      case "getEscapedPath" -> parts.rawPath();
      default -> query(parts.query());
    };
  }

  private static Url parse(String text) {
    try {
      checkAbsolute(text);
      return new Url(GoNetUrl.parse(text));
    } catch (GoFailure e) {
      throw CelFailure.of("URL parse error during conversion from string: " + e.text());
    }
  }

  private static boolean isUrl(String text) {
    try {
      checkAbsolute(text);
      GoNetUrl.parse(text);
      return true;
    } catch (GoFailure _) {
      return false;
    }
  }

  /** What {@code url.ParseRequestURI} asks for: an absolute URL or an absolute path. */
  private static void checkAbsolute(String text) {
    String parse = "parse " + GoQuotes.quote(text) + ": ";
    if (text.isEmpty()) {
      throw new GoFailure(parse + "empty url");
    }
    if (!text.equals("*") && !text.startsWith("/") && GoNetUrl.parse(text).scheme().isEmpty()) {
      throw new GoFailure(parse + "invalid URI for request");
    }
  }

  private static String port(GoNetUrl parts) {
    String host = parts.host();
    int colon = host.indexOf(':', Math.max(0, host.lastIndexOf(']')));
    return colon < 0 ? "" : host.substring(colon + 1);
  }

  private static MapValue query(String query) {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    for (String part : query.split("&", -1)) {
      if (part.isEmpty() || part.contains(";")) {
        continue;
      }
      int equals = part.indexOf('=');
      try {
        String key = unescape(equals < 0 ? part : part.substring(0, equals));
        String value = equals < 0 ? "" : unescape(part.substring(equals + 1));
        values.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
      } catch (IllegalArgumentException _) {
        // Go leaves out what is not escaped properly.
      }
    }
    MapValue.Builder map = new MapValue.Builder();
    values.forEach((key, items) -> map.put(key, ListValue.of(items)));
    return map.build();
  }

  private static String unescape(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
