package dev.plimsoll.template.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.HelmOracle;
import dev.plimsoll.testkit.HelmOracle.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The place and the text of what fails, as Helm names them while it renders. */
final class GoPositionTest {

  private static final Pattern FAILURE =
      Pattern.compile(
          "probe\\.yaml:(\\d+:\\d+): executing \"[^\"]*\" at <(.*?)>: ", Pattern.DOTALL);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ .Values.a.b }}",
        "{{ .Values.a.b.c }}",
        "é: 'ü' {{ .Values.é.b.c }}",
        "a:\n  {{ $x := .Values }}{{ $x.a.b }}",
        "{{ $.Values.a.b.c }}",
        "{{ (dict \"a\" 1).b.c.d }}",
        "{{ ( .Values.a | b64enc ) }}",
        "{{ if ( .Values ).a.b }}{{ end }}",
        "{{ if eq   (.Values)   1 }}{{ end }}",
        "{{ range   1.5 }}{{ end }}",
        "{{ range $i, $v := 1.5 }}{{ end }}",
        "{{- template   \"nope\" . }}",
        "{{ include   \"nope\" ( dict ) }}",
        "{{ \"a\" | include }}",
        "{{ printf   1 }}",
        "{{ nil }}",
        "{{ 1 | quote | len | len }}",
        "{{ .Values | atoi }}",
        "{{ .Values 1 }}",
        "{{ $x := 1 }}{{ $x 2 }}",
        "{{ block   \"a\" .Values.b.c }}{{ end }}",
        "{{ with $x := .Values.b.c }}{{ end }}",
        "{{ required \"no\" .a.b.c }}",
        "{{ (1).a }}",
        "{{ quote.a }}",
        "{{ 1 2 }}",
      })
  void isWhereHelmPutsIt(String text) {
    HelmOracle.writeChart(folder, text);
    Answer answer = HelmOracle.template(folder, List.of(), Map.of());
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    Matcher failure = FAILURE.matcher(((Answer.Refused) answer).message());
    assertThat(failure.find()).as(answer.toString()).isTrue();
    assertThat(new Places(text).all()).contains(failure.group(1) + " " + failure.group(2));
  }

  /** Everything that Go could report of a template. */
  private static final class Places {

    private final String text;
    private final List<String> all = new ArrayList<>();

    Places(String text) {
      this.text = text;
    }

    List<String> all() {
      TemplateFile file = Templates.parseForHelm(text);
      assertThat(file.errors()).isEmpty();
      file.body().nodes().forEach(this::add);
      return all;
    }

    private void add(TemplateNode node) {
      add(GoPosition.of(node), NodeText.of(node));
      switch (node) {
        case TemplateNode.Action action -> add(action.pipeline());
        case TemplateNode.If branch -> add(branch.pipeline());
        case TemplateNode.With branch -> add(branch.pipeline());
        case TemplateNode.Range branch -> add(branch.pipeline());
        case TemplateNode.Call call when call.argument() != null -> add(call.argument());
        case TemplateNode.Call _,
            TemplateNode.Text _,
            TemplateNode.Comment _,
            TemplateNode.Break _,
            TemplateNode.Continue _ -> {}
      }
    }

    private void add(Pipeline pipeline) {
      add(GoPosition.of(pipeline), NodeText.of(pipeline));
      for (Pipeline.Command command : pipeline.commands()) {
        add(GoPosition.of(command), NodeText.of(command));
        command.arguments().forEach(this::add);
      }
    }

    private void add(Operand operand) {
      add(GoPosition.of(operand), NodeText.of(operand));
      if (operand instanceof Operand.Chain chain) {
        add(chain.of());
      } else if (operand instanceof Operand.Nested nested) {
        add(nested.pipeline());
      }
    }

    private void add(int offset, String node) {
      int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
      long line = 1 + text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
      int column = text.substring(lineStart, offset).getBytes(StandardCharsets.UTF_8).length;
      all.add(line + ":" + column + " " + node);
    }
  }
}
