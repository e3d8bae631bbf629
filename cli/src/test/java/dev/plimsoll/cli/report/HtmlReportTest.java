package dev.plimsoll.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HtmlReportTest {

  private static final Pattern SCRIPT =
      Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);

  @TempDir private Path here;

  @Test
  void policyPermitsOurScriptAndStyleAlone() throws Exception {
    String html = html();
    Matcher script = SCRIPT.matcher(html);
    assertThat(script.find()).isTrue();
    assertThat(script.group(1)).contains("application/json");
    assertThat(script.find()).isTrue();
    String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));

    assertThat(html)
        .contains("content=\"default-src 'none'; script-src 'sha256-" + hash(script.group(2)))
        .contains("style-src 'sha256-" + hash(style));
    assertThat(script.find()).isFalse();
  }

  @Test
  void pageAsksForNothing() {
    assertThat(html())
        .doesNotContain(
            " src=", "url(", "@import", "fetch(", "XMLHttpRequest", "innerHTML", "eval(");
  }

  @Test
  void whatAChartSaysIsNoMarkup() {
    String data = html();
    Matcher script = SCRIPT.matcher(data);
    assertThat(script.find()).isTrue();

    assertThat(script.group(2)).contains("\\u003cscript\\u003ealert(1)").doesNotContain("<");
  }

  /** Needs a Chromium on the PATH; CI installs one, and accepts no skipped test. */
  @Test
  void browserShowsWhatWasFoundAsText() throws Exception {
    Optional<Path> browser = browser();
    assumeThat(browser).as("a Chromium on the PATH").isPresent();
    Path page = here.resolve("report.html");
    Files.writeString(page, html());
    Process process =
        new ProcessBuilder(
                browser.get().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + here.resolve("profile"),
                "--virtual-time-budget=5000",
                "--dump-dom",
                page.toUri().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    String body = dom.substring(dom.indexOf("<main>"), dom.indexOf("<dialog"));
    assertThat(body)
        .contains("2 results</output>")
        .contains("estate/env ü/pr#d,1:2%.yaml")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("<code>e</code>")
        .contains("aria-label=\"shop in dev on dev-1: 1 error, 1 not checked, nothing rendered\"")
        .doesNotContain("<script>alert");
  }

  private static String html() {
    return HtmlReport.render(ReportSamples.full(), ReportSamples.NO_RULES);
  }

  private static String hash(String text) throws Exception {
    return Base64.getEncoder()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Optional<Path> browser() throws IOException {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
        Path file = Path.of(folder, name);
        if (Files.isExecutable(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }
}
