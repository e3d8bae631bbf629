package dev.plimsoll.cli.report;

import dev.plimsoll.source.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one rule says of one release, as a test case. */
final class JunitCase {

  /** What became of a case, worst first. */
  enum Kind {
    FAILURE,
    ERROR,
    SKIPPED,
    PASSED
  }

  /**
   * One thing that was said.
   *
   * @param label how bad it is
   * @param reason why it is accepted; empty if it is not
   */
  record Said(Kind kind, String label, String message, String path, Position at, String reason) {

    String line() {
      return path
          + ":"
          + at
          + ": "
          + label
          + ": "
          + message
          + (reason.isEmpty() ? "" : " (accepted: " + reason + ")");
    }
  }

  private final List<Said> all = new ArrayList<>();

  void add(Said said) {
    all.add(said);
  }

  Kind kind() {
    return all.stream().map(Said::kind).min(Kind::compareTo).orElse(Kind.PASSED);
  }

  /** Writes the element; its message is the first of those that decide the kind. */
  void append(String release, String rule, StringBuilder xml) {
    Kind kind = kind();
    xml.append("    <testcase classname=\"")
        .append(XmlText.attribute(release))
        .append("\" name=\"")
        .append(XmlText.attribute(rule))
        .append('"');
    if (all.isEmpty()) {
      xml.append("/>\n");
      return;
    }
    List<Said> decisive = all.stream().filter(said -> said.kind() == kind).toList();
    Said first = decisive.getFirst();
    xml.append(" file=\"").append(XmlText.attribute(first.path())).append('"');
    xml.append(" line=\"").append(first.at().line()).append("\">\n");
    if (kind == Kind.PASSED) {
      xml.append("      <system-out>").append(text()).append("</system-out>\n");
    } else {
      String element = kind.name().toLowerCase(Locale.ROOT);
      String more = decisive.size() > 1 ? " (and " + (decisive.size() - 1) + " more)" : "";
      String message = kind == Kind.SKIPPED ? first.reason() : first.message() + more;
      xml.append("      <").append(element);
      xml.append(" message=\"").append(XmlText.attribute(message)).append('"');
      if (kind != Kind.SKIPPED) {
        xml.append(" type=\"").append(XmlText.attribute(first.label())).append('"');
      }
      xml.append('>').append(text()).append("</").append(element).append(">\n");
    }
    xml.append("    </testcase>\n");
  }

  private String text() {
    return XmlText.content(String.join("\n", all.stream().map(Said::line).toList()));
  }
}
