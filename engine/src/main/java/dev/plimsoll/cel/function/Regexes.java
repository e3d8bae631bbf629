package dev.plimsoll.cel.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.ListValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Regular expressions in the syntax of RE2, which need no more time than the text is long. */
final class Regexes implements Library {

  /** Costs bound how often one is used, not how large it grows when it is compiled. */
  private static final int LONGEST = 10_000;

  private static final int MOST_KNOWN = 1_000;

  private final Map<String, Pattern> known = new ConcurrentHashMap<>();

  @Override
  public Object call(String function, Object[] arguments) {
    boolean limited = arguments.length == 3 && arguments[2] instanceof Long;
    if (!(arguments[0] instanceof String text)
        || !(arguments[1] instanceof String regex)
        || (arguments.length == 3 && !limited)) {
      throw CelFailure.noOverload(function, arguments);
    }
    Matcher matcher = pattern(function, regex).matcher(text);
    return switch (function) {
      case "matches" -> matcher.find();
      case "find" -> matcher.find() ? matcher.group() : "";
      default -> findAll(matcher, limited && arguments[2] instanceof Long most ? most : -1);
    };
  }

  private static ListValue findAll(Matcher matcher, long limit) {
    long most = limit < 0 ? Long.MAX_VALUE : limit;
    List<Object> found = new ArrayList<>();
    while (found.size() < most && matcher.find()) {
      found.add(matcher.group());
    }
    return ListValue.of(found);
  }

  private Pattern pattern(String function, String regex) {
    Pattern pattern = known.get(regex);
    if (pattern != null) {
      return pattern;
    }
    if (regex.length() > LONGEST) {
      throw CelFailure.of("the regular expression is too long");
    }
    try {
      pattern = Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      String problem = String.valueOf(e.getMessage());
      throw CelFailure.of(function.equals("matches") ? problem : "Illegal regex: " + problem);
    }
    if (known.size() < MOST_KNOWN) {
      known.put(regex, pattern);
    }
    return pattern;
  }
}
