package dev.plimsoll.cli.report;

/**
 * Text in GitHub's and GitLab's Markdown, on one line. What stands between backticks stays code, as
 * our messages have it; everything else is text, names no person and no issue, and ends no cell of
 * a table.
 */
final class MarkdownText {

  private static final String MARKUP = "\\*_[]<>#|~$&";

  /** Keeps {@code @name} and {@code #1} from being links, and is not seen. */
  private static final char SEPARATOR = '\u200B';

  private MarkdownText() {}

  static String of(String text) {
    String[] parts = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").split("`", -1);
    boolean isBalanced = parts.length % 2 == 1;
    StringBuilder markdown = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      if (!isBalanced) {
        markdown.append(i == 0 ? "" : "\\`").append(prose(parts[i]));
      } else {
        markdown.append(i % 2 == 0 ? prose(parts[i]) : code(parts[i]));
      }
    }
    return markdown.toString();
  }

  /** One piece of code, such as a path. */
  static String code(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    if (line.isBlank()) {
      return line;
    }
    String fence = line.contains("`") ? "``" : "`";
    String space = line.startsWith("`") || line.endsWith("`") ? " " : "";
    // In a table a bar ends a cell even in code.
    return fence + space + line.replace("|", "\\|") + space + fence;
  }

  private static String prose(String text) {
    StringBuilder markdown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (MARKUP.indexOf(c) >= 0) {
        markdown.append('\\');
      }
      markdown.append(c);
      if (c == '@' || c == '#') {
        markdown.append(SEPARATOR);
      }
    }
    return markdown.toString();
  }
}
