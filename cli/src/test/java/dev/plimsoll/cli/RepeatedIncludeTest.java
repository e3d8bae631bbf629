package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A template that is included again with the same data is not executed again, unless it may write
 * something else. Helm 3.22.0 and 4.3.1 print what is expected here.
 */
final class RepeatedIncludeTest {

  /** Every way to look at what one template has for itself. */
  private static final String NAMES =
      """
      {{- define "field" }}{{ .Template.Name }}{{ end -}}
      {{- define "inner" }}{{ include "field" . }}{{ end -}}
      {{- define "get" }}{{ (get . "Template").Name }}{{ end -}}
      {{- define "range" }}{{ range $k, $v := . }}{{ if eq $k "Template" }}{{ $v.Name }}{{ end }}{{ end }}{{ end -}}
      {{- define "dict" }}{{ include "root" (dict "root" .) }}{{ end -}}
      {{- define "root" }}{{ .root.Template.Name }}{{ end -}}
      {{- define "tpl" }}{{ tpl "{{ .Template.Name }}" . }}{{ end -}}
      {{- define "copy" }}{{ (deepCopy .).Template.Name }}{{ end -}}
      {{- define "merge" }}{{ (merge (dict) .).Template.Name }}{{ end -}}
      """;

  private static final String COLORS =
      """
      {{- define "color" }}{{ .Values.color }}{{ end -}}
      {{- define "nested" }}{{ .Values.nested | toJson }}{{ end -}}
      {{- define "paint" }}{{ $_ := set .Values "color" (printf "%sish" .Values.color) }}{{ .Values.color }}{{ end -}}
      {{- define "through" }}{{ include "color" . }}{{ end -}}
      """;

  private static final String CHANGES =
      """
      colors:
      - {{ include "color" . }} {{ include "color" . }} {{ include "through" . }}
      {{- $_ := set .Values "color" (cat .Values.color "x") }}
      - {{ include "color" . }} {{ include "through" . }}
      - {{ include "paint" . }} {{ include "paint" . }} {{ include "color" . }}
      - {{ include "nested" . }}
      {{- $_ := merge .Values (dict "nested" (dict "b" 2)) }}
      - {{ include "nested" . }}
      {{- $_ := unset .Values "nested" }}
      - {{ include "nested" . }}
      - {{ include "through" . }} {{ tpl "{{ define \\"color\\" }}other{{ end }}{{ include \\"through\\" . }}" . }} {{ include "through" . }}
      {{- with dict "Values" (dict "color" "blue") }}
      - {{ include "color" . }} {{ include "color" $ }}
      {{- end }}
      """;

  @TempDir private Path here;

  @BeforeEach
  void chart() throws IOException {
    CliRun.write(here, "Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
    CliRun.write(here, "values.yaml", "{color: red, nested: {a: 1}}\n");
  }

  private List<String> rendered(String helm) {
    CliRun run = CliRun.in(here, "render", "shop", "--helm-version", helm);
    assertThat(run.err()).isEmpty();
    return run.out().lines().filter(line -> !line.isBlank()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.22", "4.3"})
  void whatEachTemplateHasForItselfIsItsOwn(String helm) throws IOException {
    CliRun.write(here, "templates/_names.tpl", NAMES);
    for (String file : List.of("a", "b", "c")) {
      CliRun.write(
          here,
          "templates/" + file + ".yaml",
          """
          names:
          {{- range list "field" "inner" "get" "range" "dict" "tpl" "copy" "merge" "field" }}
          - {{ include . $ }}
          {{- end }}
          """);
    }

    List<String> lines = rendered(helm);

    assertThat(lines).hasSize(3 * 12);
    for (int file = 0; file < 3; file++) {
      String name = "shop/templates/" + (char) ('a' + file) + ".yaml";
      assertThat(lines.subList(12 * file, 12 * file + 12))
          .startsWith("---", "# Source: " + name, "names:")
          .endsWith("- " + name)
          .containsOnly("---", "# Source: " + name, "names:", "- " + name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.22", "4.3"})
  void whatIsChangedBetweenTwoIncludesIsSeen(String helm) throws IOException {
    CliRun.write(here, "templates/_colors.tpl", COLORS);
    CliRun.write(here, "templates/a.yaml", CHANGES);
    CliRun.write(here, "templates/b.yaml", CHANGES);

    // Helm executes the last first.
    assertThat(rendered(helm))
        .containsExactly(
            "---",
            "# Source: shop/templates/a.yaml",
            "colors:",
            "- red xishish red xishish red xishish",
            "- red xishish x red xishish x",
            "- red xishish xish red xishish xishish red xishish xishish",
            "- null",
            "- {\"b\":2}",
            "- null",
            "- red xishish xishish other red xishish xishish",
            "- blue red xishish xishish",
            "---",
            "# Source: shop/templates/b.yaml",
            "colors:",
            "- red red red",
            "- red x red x",
            "- red xish red xishish red xishish",
            "- {\"a\":1}",
            "- {\"a\":1,\"b\":2}",
            "- null",
            "- red xishish other red xishish",
            "- blue red xishish");
  }

  @Test
  void whatIsRandomIsSoEachTime() throws IOException {
    CliRun.write(here, "templates/_random.tpl", "{{ define \"r\" }}{{ randAlpha 40 }}{{ end }}");
    CliRun.write(
        here, "templates/a.yaml", "a:\n- {{ include \"r\" . }}\n- {{ include \"r\" . }}\n");

    List<String> lines = rendered("4.3");

    assertThat(lines.getLast()).hasSize(42).isNotEqualTo(lines.get(lines.size() - 2));
  }
}
