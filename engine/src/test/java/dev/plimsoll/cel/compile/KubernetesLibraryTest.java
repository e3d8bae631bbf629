package dev.plimsoll.cel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cel.program.CelProgram;
import dev.plimsoll.cel.value.CelValues;
import dev.plimsoll.cel.value.Unknown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Kubernetes adds to CEL, and where its implementation of CEL differs from others. */
final class KubernetesLibraryTest {

  private final CelCompiler compiler = new CelCompiler(CelScope.admission(true));

  @Test
  void expressionsHaveTheValuesThatTheApiServerGives() throws IOException {
    List<String> expected = lines();
    List<String> actual = new ArrayList<>();
    for (String line : expected) {
      String expression = line.substring(0, line.lastIndexOf(" => "));
      actual.add(expression + " => " + evaluate(expression));
    }
    assertThat(expected).hasSizeGreaterThan(140);
    assertThat(actual).containsExactlyElementsOf(expected);
  }

  private String evaluate(String expression) {
    return switch (compiler.compile(CelText.of(expression))) {
      case Compilation.Compiled(CelProgram program, String _) ->
          Values.text(program.evaluate(KubernetesLibraryTest::variable));
      case Compilation.Refused(List<CelProblem> problems) -> problems.toString();
    };
  }

  private static @Nullable Object variable(String name) {
    return switch (name) {
      case "authorizer", "authorizer.requestResource" -> new Unknown("what the user may do");
      case "request" ->
          CelValues.of(
              Map.of("operation", "CREATE", "userInfo", new Unknown("who asks for the object")));
      default -> null;
    };
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = KubernetesLibraryTest.class.getResourceAsStream("../kubernetes.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
