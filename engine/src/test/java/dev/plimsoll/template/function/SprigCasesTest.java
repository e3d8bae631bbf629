package dev.plimsoll.template.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.eval.EvaluationFailure;
import dev.plimsoll.template.eval.EvaluationLimits;
import dev.plimsoll.template.eval.EvaluationOptions;
import dev.plimsoll.template.eval.Evaluator;
import dev.plimsoll.template.eval.MissingKey;
import dev.plimsoll.template.eval.TemplateSet;
import dev.plimsoll.template.syntax.TemplateParser;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.values.HelmVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates whose output real Sprig has recorded, errors included. */
final class SprigCasesTest {

  /** Helm 4 breaks the lines of Go's errors. */
  private static final HelmVersion HELM = new HelmVersion(3, 22, 0);

  private static final FunctionTable TABLE = HelmFunctions.table(HELM);

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void printsWhatSprigPrints(String template, String expected) {
    assertThat(render(template, false)).isEqualTo(expected);
    // Origins must not change a character.
    assertThat(render(template, true)).isEqualTo(expected);
  }

  static Stream<Arguments> cases() throws IOException {
    try (InputStream in = SprigCasesTest.class.getResourceAsStream("sprig-cases.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = text.lines().skip(1).toList();
      List<Arguments> cases = new ArrayList<>();
      for (int i = 0; i < lines.size(); i += 2) {
        String quoted = lines.get(i + 1).strip();
        cases.add(
            Arguments.of(
                lines.get(i), quoted.substring(1, quoted.length() - 1).translateEscapes()));
      }
      return cases.stream();
    }
  }

  private static String render(String template, boolean tracked) {
    TemplateSet set =
        TemplateSet.builder(TABLE)
            .add(
                "t",
                TemplateParser.parse(
                    new SourceFile("t", template), name -> TemplateSet.isFunction(TABLE, name)))
            .build();
    Random random = new Random(1);
    EvaluationOptions options =
        new EvaluationOptions(
            HELM,
            tracked,
            false,
            MissingKey.ZERO,
            () -> random,
            Clock.systemUTC(),
            () -> ZoneOffset.UTC,
            EvaluationLimits.DEFAULT);
    try {
      return new Evaluator(set, options).execute("t", new GoMap(Trace.NONE)).text();
    } catch (EvaluationFailure e) {
      return "error: " + e.text();
    }
  }
}
