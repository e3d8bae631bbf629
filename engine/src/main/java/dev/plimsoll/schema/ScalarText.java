package dev.plimsoll.schema;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a text as a YAML scalar. */
public final class ScalarText {

  private static final Pattern PLAIN_TEXT = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");
  private static final Set<String> YAML_WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

  private ScalarText() {}

  /** {@code text} without quotes, or in some if it needs them. */
  public static String of(String text) {
    return styled(text, "");
  }

  /**
   * {@code text} in the quotes that are there, or in some if it needs them.
   *
   * @param written the scalar that it takes the place of
   */
  public static String styled(String text, String written) {
    boolean simple =
        PLAIN_TEXT.matcher(text).matches() && !YAML_WORDS.contains(text.toLowerCase(Locale.ROOT));
    if (written.startsWith("'")) {
      return "'" + text.replace("'", "''") + "'";
    }
    if (written.startsWith("\"") || !simple) {
      return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
    return text;
  }
}
