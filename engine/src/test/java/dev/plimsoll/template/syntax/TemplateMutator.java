package dev.plimsoll.template.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Templates as people write them, with a few mistakes as people make them. */
final class TemplateMutator {

  /** What is moved, lost and doubled as a whole. */
  private static final Pattern PIECES =
      Pattern.compile("\\{\\{-?|-?\\}\\}|/\\*|\\*/|:=|[.$]?[A-Za-z_]+|\\d+|\\s|.", Pattern.DOTALL);

  private static final List<String> GOOD =
      List.of(
          """
          {{- define "web.labels" -}}
          app: {{ .Chart.Name | quote }}
          {{- with .Values.labels }}
          {{ toYaml . | nindent 2 }}
          {{- end }}
          {{- end }}
          """,
          """
          {{- if and .Values.enabled (not .Values.paused) }}
          replicas: {{ .Values.replicas | default 1 }}
          {{- else if eq .Values.kind "Daemon" }}
          {{- /* none
               at all */ -}}
          {{- else }}
          replicas: 0
          {{- end }}
          """,
          """
          {{- $root := . -}}
          {{- range $name, $value := .Values.env }}
          - name: {{ $name }}
            value: {{ printf "%s-%d" $root.Release.Name (len $value) | quote }}
            {{- if not $value }}{{ continue }}{{ end }}
            {{- $root = $ }}
          {{- else }}
          []
          {{- end }}
          """,
          """
          {{ template "web.name" (dict "a" 1.5 "b" 0x1F "c" 'x' "d" nil "e" true) }}
          {{ block "web.body" .Values }}{{ .a }}{{ (index . "b").c }}{{ end }}
          {{ `raw
          string` }}{{ "\\u00e9\\"" | len }}
          """);

  private static final Arbitrary<String> PIECE =
      Arbitraries.of(
          "{{",
          "}}",
          "{{- ",
          " -}}",
          "{{end}}",
          "{{ else }}",
          "{{ if . }}",
          "{{ range . }}",
          "{{ break }}",
          "{{/*",
          "*/}}",
          "(",
          ")",
          "|",
          ",",
          ":",
          ":=",
          "=",
          "\"",
          "`",
          "'",
          "\\",
          "{",
          "}",
          "-",
          "/",
          "@",
          ".",
          "$",
          "$x",
          ".a",
          ".b.c",
          "nope",
          "nil",
          "if",
          "end",
          "define",
          "template",
          "\"text\"",
          "1",
          "08",
          "1e",
          "0x",
          "2i",
          "+",
          "é",
          "–",
          "😀",
          " ",
          "\n",
          "\t");

  private TemplateMutator() {}

  static Arbitrary<String> templates() {
    Arbitrary<String> base = Arbitraries.of(GOOD);
    Arbitrary<List<Mistake>> mistakes = mistake().list().ofMinSize(1).ofMaxSize(3);
    Arbitrary<String> free =
        PIECE.list().ofMinSize(1).ofMaxSize(8).map(pieces -> String.join("", pieces));
    Arbitrary<String> action = free.map(inner -> "a: {{ " + inner + " }}\n");
    return Arbitraries.frequencyOf(
        Tuple.of(6, Combinators.combine(base, mistakes).as(TemplateMutator::make)),
        Tuple.of(1, free),
        Tuple.of(2, action));
  }

  /** Something done to a piece; the place is counted around. */
  private record Mistake(int place, int kind, String piece) {}

  private static Arbitrary<Mistake> mistake() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 9999), Arbitraries.integers().between(0, 4), PIECE)
        .as(Mistake::new);
  }

  private static String make(String base, List<Mistake> mistakes) {
    List<String> pieces =
        new ArrayList<>(PIECES.matcher(base).results().map(r -> r.group()).toList());
    for (Mistake mistake : mistakes) {
      int at = mistake.place() % pieces.size();
      switch (mistake.kind()) {
        case 0 -> pieces.remove(at);
        case 1 -> pieces.add(at, mistake.piece());
        case 2 -> pieces.set(at, mistake.piece());
        case 3 -> pieces.add(at, pieces.get(at));
        default -> pieces.subList(at, Math.min(at + 3, pieces.size())).clear();
      }
    }
    return String.join("", pieces);
  }
}
