package dev.plimsoll.cli.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The order of releases as a graph: an arrow leads from a release to what it needs. */
final class NeedsGraph {

  private final List<MatrixRow> rows;
  private final Map<String, String> ids = new HashMap<>();

  NeedsGraph(List<MatrixRow> rows) {
    this.rows = rows;
    for (MatrixRow row : rows) {
      ids.putIfAbsent(key(row.environment(), row.id()), "r" + ids.size());
    }
  }

  /** Graphviz. */
  String dot() {
    StringBuilder text =
        new StringBuilder("digraph releases {\n  rankdir=LR;\n  node [shape=box];\n");
    int number = 0;
    for (Map.Entry<String, List<MatrixRow>> each : byEnvironment().entrySet()) {
      text.append(
          "  subgraph cluster_%d {\n    label=%s;\n".formatted(number++, quoted(each.getKey())));
      for (MatrixRow row : each.getValue()) {
        text.append("    %s [label=%s];\n".formatted(node(row), quoted(label(row, "\\n"))));
      }
      text.append("  }\n");
    }
    for (String[] edge : edges()) {
      text.append("  ").append(edge[0]).append(" -> ").append(edge[1]).append(";\n");
    }
    return text.append("}\n").toString();
  }

  /** Mermaid, which forges show in Markdown. */
  String mermaid() {
    StringBuilder text = new StringBuilder("flowchart LR\n");
    int number = 0;
    for (Map.Entry<String, List<MatrixRow>> each : byEnvironment().entrySet()) {
      text.append("  subgraph e%d[%s]\n".formatted(number++, quoted(each.getKey())));
      for (MatrixRow row : each.getValue()) {
        text.append("    %s[%s]\n".formatted(node(row), quoted(label(row, "<br/>"))));
      }
      text.append("  end\n");
    }
    for (String[] edge : edges()) {
      text.append("  ").append(edge[0]).append(" --> ").append(edge[1]).append('\n');
    }
    return text.toString();
  }

  private Map<String, List<MatrixRow>> byEnvironment() {
    Map<String, List<MatrixRow>> groups = new LinkedHashMap<>();
    for (MatrixRow row : rows) {
      String place =
          row.cluster().isEmpty() ? row.environment() : row.environment() + " on " + row.cluster();
      groups.computeIfAbsent(place, ignored -> new ArrayList<>()).add(row);
    }
    return groups;
  }

  private List<String[]> edges() {
    List<String[]> edges = new ArrayList<>();
    for (MatrixRow row : rows) {
      for (String need : row.needs()) {
        String target = ids.get(key(row.environment(), need));
        if (target != null) {
          edges.add(new String[] {node(row), target});
        }
      }
    }
    return edges;
  }

  private String node(MatrixRow row) {
    return String.valueOf(ids.get(key(row.environment(), row.id())));
  }

  private static String key(String environment, String id) {
    return environment + " " + id;
  }

  private static String label(MatrixRow row, String lineBreak) {
    return row.namespace().isEmpty() ? row.name() : row.name() + lineBreak + row.namespace();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "'") + "\"";
  }
}
