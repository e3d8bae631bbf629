package dev.plimsoll.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.HelmOracle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The real Helm accepts the same texts and reads the same values. */
final class HelmDifferentialTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Texts whose answer nobody should have to guess. */
  private static final List<String> EDGES =
      List.of(
          "{a: 1}\nb: 2\n",
          " a: 1\nb: 2\n",
          "a: 1\n...\nb: 2\n",
          "a: 1\n---\nb: }\n",
          "...\na: 1\n",
          "a: ! 12\nb: ! ''\nc: !\nd: !x 12\n",
          "a: !!str\nb: !!null ''\n",
          "a: !!float 3\n",
          "a: !!binary aGk=\nb: !!binary gICA\n",
          "a: !!binary aGk\n",
          "a: !!timestamp 2001-1-1\n",
          "a: !!timestamp 2001-02-30\n",
          "a: !!int 0b12\n",
          "? !!str\n: a\n",
          "1: a\n1.5: b\nyes: c\n",
          "1e30: a\n1234567.0: b\n.inf: c\n-0.0: d\n0.00001: e\n",
          "18446744073709551615: a\n",
          "~: a\n",
          "a: .nan\n",
          "a: .nan\na: 1\n",
          "a: 18446744073709551615\n",
          "a: 0b-1\nb: -0b1\n",
          "a: 0o\nb: 0x\nc: 08\nd: 0_7\ne: +1\nf: -_\ng: ._5\nh: .5_5\ni: 1__0\n",
          "a: &a {b: 1}\nc: {b: 2, <<: *a}\nd: {<<: *a, b: 2}\n",
          "a: {<<: [1]}\n",
          "a: {<<: []}\n",
          "a: &a [1]\nb: {<<: *a}\n",
          "\"<<\": 1\n",
          "! <<: {a: 1}\n",
          "a: <<\n",
          "a: =\n",
          "a:\tb\n",
          "a:\n\t\nb: 1\n",
          "a: b\n\tc\n",
          "a: [b,\t c\n\t]\n",
          "a: [b\n\t, c]\n",
          "-\ta\n",
          "a: \"b\"#c\n",
          "a: [b]#c\n",
          "a: b#c\n",
          "a: 'b\n---\nc'\n",
          "a: |\n\tb\n",
          "a: |\n \tb\n",
          "a: \"\\/\"\n",
          "a: \"\\'\\\t\"\n",
          "a: \"\\ud800\"\n",
          "a: [b?c]\n",
          "a: {b:c}\n",
          "a: {b: }\n",
          "a: {b, c}\n",
          "a: [b: c, ? d : e]\n",
          "a: ?b\n",
          "a: -b\n",
          "a: :b\n",
          "a: - b\n",
          "a: %b\n",
          "&a.b c: 1\n",
          "a: *b.c\n",
          "&a: 1\n",
          "a: &x.y z\n",
          "a: !<tag:x y\n",
          "a: !!str, x\n",
          "%YAML 1.1\n---\na: 1\n",
          "%YAML 1.2\n---\na: 1\n",
          "%TAG !x! y:\n---\na: !x!z b\n",
          "a: !x!z b\n",
          "%FOO\n---\na: 1\n",
          "a: 1\n%b: 2\n",
          "a\u2028b: 1\n",
          "a: b\u0085c: d\n",
          "a: \uFEFFb\n",
          "a: b\u007f\n",
          "? a\n\"b\"\n",
          "? |\n  a\n: b\n",
          "a: {{ .b }}\n",
          "{{}}\n",
          "a: " + "b".repeat(2_000) + "\n",
          "b".repeat(2_000) + ": a\n",
          "a: [\n" + "b\n,".repeat(9) + "]\n",
          "a: >\n\n  b\n   c\n\n  d\n",
          "a: |+\n\nb: |-\n\n  c\n",
          "a: |0\n  b\n",
          "a: |10\n  b\n",
          "[]: a\n",
          "{[]: a}\n",
          "{{}: a}\n",
          "{[a]: b, c}\n",
          "[? : a]\n",
          "[a: b c: d]\n",
          "a: [b\nc: d\n",
          "a: {b\nc: d\n",
          "a: 'b\nc: d\n",
          "a: \"b\nc: d\n",
          "a: &b &c d\n",
          "a: !!str &b !!int d\n",
          "- a\nb: c\n",
          "a:\n  - b\n  c: d\n",
          "a:\n  b: c\n   d: e\n",
          "a:\n    b: c\n  d: e\n",
          "a: b: c\n",
          "a: b\n  c: d\n",
          "a: b\n- c\n",
          "a: \"b\" c\n",
          "a: `b`\n",
          "a: @b\n",
          "a: \"\\q\"\n",
          "a: \"\\x0g\"\n",
          "a: !%zz b\n",
          "a: !%c3%28 b\n",
          "%YAML 1.1\n%YAML 1.1\n---\na: 1\n",
          "%YAML 123.1\n---\n",
          "%TAG ! a:\n%TAG ! b:\n---\na: 1\n",
          "%YAML 1.1\na: 1\n",
          "a: ]\n",
          "]\n",
          "a\n: b\n",
          "? a\n? b\n: c\n:d\n",
          "a: 1\n\tb: 2\n",
          "\ta: 1\n",
          "a: 1\n" + "# b\n".repeat(200) + "c: \u0007\n",
          "a: 1\nb: : c\n" + "# d\n".repeat(200) + "e: \u0007\n",
          "a: 1\nb\n",
          "a\n",
          "'a': 1\n\"b\": 2\n",
          "a: 1\na: 2\n",
          "[]\n",
          "",
          "\n",
          "# a\n",
          "---\n");

  /** What stands before the words of go-yaml. */
  private static final String REFUSED = "error converting YAML to JSON: yaml: ";

  /** What go-yaml says of a text that its grammar allows. */
  private static final Pattern CONTENT =
      Pattern.compile(
          "(?s)error unmarshaling JSON.*|.*(?:cannot decode|invalid map key|map merge requires|[Uu]nsupported|"
              + "contains itself|invalid base64|excessive aliasing).*");

  private final List<String> differences = new ArrayList<>();

  @Test
  void agreesOnEdges() {
    compare(EDGES);
    assertThat(differences).isEmpty();
  }

  @Test
  void agreesOnGeneratedTexts() {
    List<String> texts = new ArrayList<>();
    for (int seed = 0; seed < 500; seed++) {
      texts.add(new YamlGenerator(seed).document().text());
    }
    compare(texts);
    assertThat(differences).isEmpty();
  }

  @Test
  void agreesOnBrokenTexts() {
    List<String> texts = new ArrayList<>();
    for (int seed = 0; seed < 1_500; seed++) {
      String text = new YamlGenerator(seed).document().text();
      texts.add(new YamlMutator(new Random(seed)).mutate(text));
    }
    compare(texts);
    assertThat(differences).isEmpty();
  }

  private void compare(List<String> texts) {
    List<HelmOracle.Answer> answers = HelmOracle.read(texts);
    for (int i = 0; i < texts.size(); i++) {
      compare(texts.get(i), answers.get(i));
    }
  }

  private void compare(String text, HelmOracle.Answer answer) {
    YamlFile file = Yaml.parse(text).file();
    switch (answer) {
      case HelmOracle.Answer.Done done -> {
        List<YamlProblem> problems = problemsOfFirstDocument(file);
        if (!problems.isEmpty()) {
          differences.add("Helm accepts " + text + " but " + problems);
        } else if (GoYamlError.of(text).isPresent()) {
          differences.add("Helm accepts " + text + " but " + GoYamlError.of(text).get());
        } else if (!value(file).equals(normalised(JSON.readValue(done.text(), Object.class)))) {
          differences.add("Helm reads " + done.text() + " and we read " + value(file));
        }
      }
      case HelmOracle.Answer.Refused refused -> {
        // A root that is no mapping is valid YAML; the reader of values says what is wrong with it.
        if (file.problems().isEmpty() && !refused.message().contains("into Go value of type")) {
          differences.add("Helm refuses " + text + " as " + refused.message());
        }
        Optional<String> words = GoYamlError.of(text).map(REFUSED::concat);
        String message = JSON.readValue('"' + refused.message() + '"', String.class);
        if (!words.map(message::equals).orElse(CONTENT.matcher(message).matches())) {
          differences.add("Helm says of " + text + " " + message + " and we say " + words);
        }
      }
    }
  }

  /** Helm 3 reads the first document only, and not what stands behind the end of its root. */
  private static List<YamlProblem> problemsOfFirstDocument(YamlFile file) {
    int end =
        file.documents().size() > 1
            ? file.documents().get(1).span().start()
            : file.source().text().length() + 1;
    return file.problems().stream()
        .filter(problem -> problem.kind() != YamlProblem.Kind.IGNORED)
        .filter(problem -> problem.span().start() < end)
        .toList();
  }

  private static Object value(YamlFile file) {
    YamlNode root = file.documents().isEmpty() ? null : file.documents().getFirst().root();
    Object value = root == null ? null : normalised(HelmJson.of(root));
    return value == null ? Map.of() : value;
  }

  /** Numbers as doubles, without the sign of zero. */
  private static @Nullable Object normalised(@Nullable Object value) {
    return switch (value) {
      case Number number -> number.doubleValue() + 0.0;
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> copy = new HashMap<>();
        map.forEach((key, entry) -> copy.put(key, normalised(entry)));
        yield copy;
      }
      case List<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(item -> copy.add(normalised(item)));
        yield copy;
      }
      case null, default -> value;
    };
  }
}
