package dev.plimsoll.template.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.function.HelmFunctions;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.syntax.TemplateParser;
import dev.plimsoll.testkit.FuzzRun;
import dev.plimsoll.values.HelmVersion;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a template is, it is parsed and evaluated within its bounds, or refused. */
final class TemplateFuzzTest {

  private static final EvaluationLimits LIMITS =
      new EvaluationLimits(1 << 20, 3_000, 100_000, Duration.ofSeconds(5));

  /** So slow by design that no bound of ours is needed. */
  private static final String SLOW = "gen.*|bcrypt|htpasswd|derivePassword";

  private static final List<String> FUNCTIONS =
      TemplateSet.functionNames(HelmFunctions.table(TestRender.HELM_4)).stream()
          .filter(name -> !name.matches(SLOW))
          .toList();

  private static final List<String> OPERANDS =
      List.of(
          ".text",
          ".number",
          ".float",
          ".large",
          ".yes",
          ".empty",
          ".nothing",
          ".list",
          ".noItems",
          ".map",
          ".noEntries",
          ".wide",
          ".template",
          ".a.b",
          ".missing",
          "$",
          ".",
          "nil",
          "true",
          "0",
          "-1",
          "9223372036854775807",
          "-9223372036854775808",
          "1e300",
          "-0.0",
          "\"\"",
          "\"a\"",
          "\"[\"",
          "\"%d%s%*.*f\"",
          "\"{{ . }}\"",
          "\"2006-01-02\"",
          "\"1.2.3-x\"",
          "\"\\xff\\x00\"",
          "'é'",
          "(list 1 \"a\" nil)",
          "(dict \"a\" 1)",
          "(until 3)",
          "(repeat 99 \"ab\")",
          "now",
          "(tuple)",
          "(semver \"1.2.3\")",
          "(toDate \"2006\" \"1\")");

  private static final List<String> BITS =
      List.of(
          "{{",
          "}}",
          "{{-",
          "-}}",
          "{{/*",
          "*/}}",
          "|",
          "(",
          ")",
          ".",
          "$",
          "$x",
          ":=",
          "=",
          ",",
          "\"",
          "`",
          "'",
          "\\",
          " ",
          "\n",
          "\t",
          "\u0000",
          "\uD83D\uDE00",
          "\uFEFF",
          "define",
          "{{define \"t\"}}",
          "{{end}}",
          "{{else}}",
          "{{else if .}}",
          "{{range .}}",
          "{{with .}}",
          "{{if .}}",
          "{{break}}",
          "{{continue}}",
          "{{block \"t\" .}}",
          "{{template \"t\" .}}",
          "include \"t\" .",
          "tpl",
          "nil",
          "0x",
          "1e999",
          "0b1",
          "1i",
          "99999999999999999999",
          "'a",
          "<no value>",
          "not",
          "-");

  @Test
  @Timeout(value = 40, unit = TimeUnit.MINUTES)
  void anyTemplateEndsWithinItsBounds() {
    FuzzRun.run(
        1_500,
        20,
        random -> render(mutated(new TemplateGenerator(random).template(), random), random));
  }

  @Test
  @Timeout(value = 40, unit = TimeUnit.MINUTES)
  void anyCallEndsWithinItsBounds() {
    FuzzRun.run(4_000, 20, random -> render("{{ " + call(random, 2) + " }}", random));
  }

  private static void render(String text, Random random) {
    String template = "{{ define \"main\" }}" + text + "{{ end }}{{ include \"main\" .Values }}";
    HelmVersion helm = random.nextBoolean() ? TestRender.HELM_3 : TestRender.HELM_4;
    FunctionTable functions = HelmFunctions.table(helm);
    for (String each : List.of(text, template)) {
      TemplateFile file =
          TemplateParser.parse(
              new SourceFile(TestRender.PROBE, each),
              name -> TemplateSet.isFunction(functions, name));
      file.errors()
          .forEach(error -> assertThat(error.span().end()).isLessThanOrEqualTo(each.length()));
      if (file.errors().isEmpty()) {
        TestRender render =
            TestRender.of(each).values(TemplateGenerator.VALUES).helm(helm).limits(LIMITS);
        assertThat((random.nextBoolean() ? render.tracked() : render).result()).isNotNull();
      }
    }
  }

  private static String call(Random random, int depth) {
    StringBuilder call = new StringBuilder(pick(random, FUNCTIONS));
    for (int i = random.nextInt(4); i > 0; i--) {
      boolean isNested = depth > 0 && random.nextInt(4) == 0;
      call.append(' ')
          .append(isNested ? "(" + call(random, depth - 1) + ")" : pick(random, OPERANDS));
    }
    if (random.nextInt(3) == 0 && depth > 0) {
      call.append(" | ").append(call(random, depth - 1));
    }
    return call.toString();
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = random.nextInt(6); i > 0; i--) {
      int at = random.nextInt(mutated.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> mutated.delete(at, Math.min(mutated.length(), at + 1 + random.nextInt(8)));
        case 1 -> mutated.insert(at, "{{ " + call(random, 1) + " }}");
        case 2 -> mutated.insert(at, pick(random, BITS));
        default -> {
          int end = Math.min(mutated.length(), at + random.nextInt(40));
          mutated.insert(random.nextInt(mutated.length() + 1), mutated.substring(at, end));
        }
      }
    }
    return mutated.toString();
  }

  private static String pick(Random random, List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
