package dev.plimsoll.template.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.HelmOracle;
import dev.plimsoll.testkit.HelmOracle.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The first error of broken templates against the real Helm inside this process. */
final class SyntaxDifferentialTest {

  private static final String NAME = "oracle/templates/probe.yaml";

  private static final Pattern REFUSAL =
      Pattern.compile("(parse error at \\([^)]*:\\d+\\): .*)\n\nUse --debug flag", Pattern.DOTALL);

  @Property(tries = 1500, seed = "4")
  void saysWhatHelmSays(@ForAll("templates") String text) throws IOException {
    Path chart = Files.createTempDirectory("syntax");
    try {
      HelmOracle.writeChart(chart, text);
      Answer answer = HelmOracle.template(chart, List.of(), Map.of());
      List<TemplateFile.SyntaxError> errors = Templates.parseForHelm(text).errors();
      assertThat(errors.isEmpty() ? "" : errors.getFirst().inHelm(NAME)).isEqualTo(refusal(answer));
    } finally {
      HelmOracle.delete(chart);
    }
  }

  @Provide
  Arbitrary<String> templates() {
    return TemplateMutator.templates();
  }

  /** What Helm says if it could not parse; it may well fail to render what it parsed. */
  private static String refusal(Answer answer) {
    return switch (answer) {
      case Answer.Done _ -> "";
      case Answer.Refused refused -> {
        Matcher refusal = REFUSAL.matcher(refused.message());
        yield refusal.find() ? refusal.group(1) : "";
      }
    };
  }
}
