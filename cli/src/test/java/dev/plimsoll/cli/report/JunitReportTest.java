package dev.plimsoll.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Severity;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

final class JunitReportTest {

  @Test
  void suitesAreEnvironmentsAndCasesAreReleasesAndRules() throws Exception {
    Element root = read(new JunitReport(ReportSamples.full(), Severity.ERROR).render());

    assertThat(root.getAttribute("tests")).isEqualTo("5");
    assertThat(elements(root, "testsuite"))
        .extracting(
            suite -> suite.getAttribute("name"),
            suite -> suite.getAttribute("tests"),
            suite -> suite.getAttribute("failures"),
            suite -> suite.getAttribute("errors"),
            suite -> suite.getAttribute("skipped"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("dev", "2", "1", "1", "0"),
            org.assertj.core.groups.Tuple.tuple("prod", "3", "1", "0", "1"));
    assertThat(elements(root, "testcase"))
        .extracting(one -> one.getAttribute("classname") + ": " + one.getAttribute("name"))
        .containsExactly(
            "shop on dev-1: bad-thing",
            "shop on dev-1: not checked",
            "shop: bad-thing",
            "shop: fine-thing",
            "web: every rule");
  }

  @Test
  void failureSaysWhatAndWhere() throws Exception {
    Element failure =
        elements(read(new JunitReport(ReportSamples.full(), Severity.ERROR).render()), "failure")
            .getFirst();

    // A bell, an escape and half a character are none in XML.
    String sayable = ReportSamples.NASTY.replaceAll("[\u0007\u001b\uD83D](?!\uDEA2)", "\uFFFD");
    assertThat(failure.getAttribute("message")).isEqualTo(sayable);
    assertThat(failure.getAttribute("type")).isEqualTo("error");
    assertThat(failure.getTextContent()).startsWith("estate/env ü/pr#d,1:2%.yaml:2:4: error: a\nb");
  }

  @Test
  void whatDoesNotFailTheRunPasses() throws Exception {
    Element root = read(new JunitReport(ReportSamples.warnings(2), Severity.ERROR).render());

    assertThat(root.getAttribute("failures")).isEqualTo("0");
    assertThat(elements(root, "system-out").getFirst().getTextContent())
        .contains("values.yaml:1:1: warning: Number 0")
        .contains("values.yaml:2:1");
    assertThat(read(new JunitReport(ReportSamples.warnings(2), Severity.WARNING).render()))
        .extracting(all -> all.getAttribute("failures"))
        .isEqualTo("1");
  }

  private static Element read(String xml)
      throws ParserConfigurationException, IOException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  private static List<Element> elements(Element root, String name) {
    NodeList nodes = root.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
