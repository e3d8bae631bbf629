package dev.plimsoll.cel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cel.program.CelProgram;
import dev.plimsoll.cel.program.CelResult;
import dev.plimsoll.cel.value.YamlView;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Our evaluator gives what the reference implementation gives. */
final class CelDifferentialTest {

  /** Different ones, besides those written by hand. */
  private static final int GENERATED = 3_000;

  private static final String OBJECT =
      """
      flag: true
      name: shop
      count: 3
      ratio: 0.5
      nothing: null
      list: [1, 2, 3]
      names: [web, db]
      labels: {app: shop, "example.com/tier": back}
      items:
        - {name: a, image: "registry/a:1", port: 80}
        - {name: b, image: "b:latest"}
      """;

  private static final Map<String, Object> REFERENCE_OBJECT =
      Map.of(
          "flag",
          true,
          "name",
          "shop",
          "count",
          3L,
          "ratio",
          0.5,
          "nothing",
          dev.cel.common.values.NullValue.NULL_VALUE,
          "list",
          List.of(1L, 2L, 3L),
          "names",
          List.of("web", "db"),
          "labels",
          Map.of("app", "shop", "example.com/tier", "back"),
          "items",
          List.of(
              Map.of("name", "a", "image", "registry/a:1", "port", 80L),
              Map.of("name", "b", "image", "b:latest")));

  private final CelCompiler compiler =
      new CelCompiler(CelScope.admission(false).in(CelScope.Dialect.PLIMSOLL));
  private final CelJava reference = new CelJava(compiler);
  private final Object object =
      YamlView.of(YamlParser.parse(new SourceFile("object.yaml", OBJECT)).firstRoot(), "object");

  @Test
  void generatedExpressionsGiveTheSame() throws IOException {
    Set<String> expressions = new LinkedHashSet<>();
    ExpressionGenerator generator = new ExpressionGenerator(20_261_126);
    while (expressions.size() < GENERATED) {
      expressions.add(generator.next());
    }
    assertSame(expressions);
  }

  @Test
  void expressionsWrittenByHandGiveTheSame() throws IOException {
    List<String> expressions = lines("expressions.txt");
    assertThat(expressions).hasSizeGreaterThan(250).doesNotHaveDuplicates();
    assertSame(expressions);
  }

  private void assertSame(Iterable<String> expressions) throws IOException {
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (String expression : expressions) {
      String ours = Values.text(evaluate(expression));
      expected.add(
          expression + " = " + reference.evaluate(expression, Map.of("object", REFERENCE_OBJECT)));
      actual.add(expression + " = " + ours);
    }
    assertThat(actual).containsExactlyElementsOf(expected);
  }

  private CelResult evaluate(String expression) throws IOException {
    return switch (compiler.compile(CelText.of(expression))) {
      case Compilation.Compiled(CelProgram program, String _) -> {
        CelProgram read = read(written(program));
        assertThat(read).isEqualTo(program);
        yield read.evaluate(name -> name.equals("object") ? object : null);
      }
      case Compilation.Refused(List<CelProblem> problems) ->
          throw new AssertionError(expression + ": " + problems);
    };
  }

  private static byte[] written(CelProgram program) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    program.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static CelProgram read(byte[] bytes) throws IOException {
    return CelProgram.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = CelDifferentialTest.class.getResourceAsStream("../" + resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
