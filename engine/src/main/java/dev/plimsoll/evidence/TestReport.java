package dev.plimsoll.evidence;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a JUnit report says. The counts are those of its test cases, not those that it claims.
 *
 * @param commit that was tested, where a property {@code commit} or {@code git.commit} says it
 */
public record TestReport(int tests, int failed, int skipped, Optional<String> commit) {

  /** Reads a report of JUnit or of anything that writes its form. */
  public static TestReport parse(String xml) throws Unusable {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    // Reports are input like any other: nothing outside of them is read.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
      return read(reader);
    } catch (XMLStreamException e) {
      throw new Unusable("It is no XML that is complete.");
    }
  }

  private static TestReport read(XMLStreamReader reader) throws XMLStreamException, Unusable {
    int tests = 0;
    int failed = 0;
    int skipped = 0;
    boolean isOver = true;
    boolean isReport = false;
    Optional<String> commit = Optional.empty();
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (reader.getLocalName()) {
        case "testsuite", "testsuites" -> isReport = true;
        case "testcase" -> {
          tests++;
          isOver = false;
        }
        case "failure", "error" -> {
          // A case that failed and whose clean-up failed too has failed once.
          failed += isOver ? 0 : 1;
          isOver = true;
        }
        case "skipped" -> skipped++;
        case "property" -> commit = commit.or(() -> commit(reader));
        default -> {}
      }
    }
    if (!isReport) {
      throw new Unusable("It is no JUnit report.");
    }
    return new TestReport(tests, failed, skipped, commit);
  }

  private static Optional<String> commit(XMLStreamReader reader) {
    String name = reader.getAttributeValue(null, "name");
    return "commit".equals(name) || "git.commit".equals(name)
        ? Optional.ofNullable(reader.getAttributeValue(null, "value"))
        : Optional.empty();
  }
}
