package dev.plimsoll.cli.report;

import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.source.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The report as one page that needs nothing else: no server, no network, no framework. Its policy
 * permits its own script and style by their hashes and nothing besides, and the script puts
 * everything into the page as text.
 */
final class HtmlReport {

  private static final Pattern BLANK = Pattern.compile("\\{\\{([a-z]+)}}");

  private HtmlReport() {}

  static String render(CheckReport report, RuleCatalog catalog) {
    String script = resource("report.js");
    String style = resource("report.css");
    String summary = TextReport.summary(report.summary());
    Map<String, String> parts =
        Map.of(
            "policy",
            "default-src 'none'; script-src '%s'; style-src '%s'; img-src data:; base-uri 'none'; form-action 'none'"
                .formatted(hash(script), hash(style)),
            "title",
            HtmlText.of(summary),
            "summary",
            HtmlText.of(summary),
            "scope",
            HtmlText.of(TextReport.scope(report.summary())),
            "style",
            style,
            "script",
            script,
            "data",
            HtmlText.json(HtmlData.of(report, catalog)));
    // What is put in is not looked through again.
    return BLANK
        .matcher(resource("report.html"))
        .replaceAll(blank -> Matcher.quoteReplacement(parts.getOrDefault(blank.group(1), "")));
  }

  private static String hash(String text) {
    return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text));
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The page has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
