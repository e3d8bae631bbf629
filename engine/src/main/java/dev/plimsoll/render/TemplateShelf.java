package dev.plimsoll.render;

import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.render.ChartScopes.TemplateScope;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.eval.TemplateSet;
import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.syntax.TemplateParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Parsed templates: each file of a chart is parsed once, and renders that use the same files share
 * the set made of them. Thread-safe.
 */
final class TemplateShelf {

  private final FunctionTable functions;
  private final Map<ChartFile, TemplateFile> parsed = new ConcurrentHashMap<>();
  private final Map<Key, TemplateSet> sets = new ConcurrentHashMap<>();

  TemplateShelf(FunctionTable functions) {
    this.functions = functions;
  }

  /** Which files a set is made of, under which names; files are told apart by identity. */
  private record Key(List<String> names, List<ChartFile> files) {}

  TemplateFile file(ChartFile file) {
    return parsed.computeIfAbsent(
        file,
        asked ->
            TemplateParser.parse(source(asked), name -> TemplateSet.isFunction(functions, name)));
  }

  /**
   * The templates of a release, in Helm's order.
   *
   * @param templates without syntax errors
   */
  TemplateSet set(List<TemplateScope> templates) {
    List<String> names = new ArrayList<>(templates.size());
    List<ChartFile> files = new ArrayList<>(templates.size());
    for (TemplateScope template : templates) {
      names.add(template.name());
      files.add(template.file());
    }
    return sets.computeIfAbsent(new Key(List.copyOf(names), List.copyOf(files)), this::build);
  }

  private TemplateSet build(Key key) {
    TemplateSet.Builder builder = TemplateSet.builder(functions);
    for (int i = 0; i < key.names().size(); i++) {
      builder.add(key.names().get(i), file(key.files().get(i)));
    }
    return builder.build();
  }

  private static SourceFile source(ChartFile file) {
    return switch (file.content()) {
      case FileContent.Text(SourceFile source) -> source;
      case FileContent.Binary(byte[] bytes) ->
          new SourceFile(file.name(), new String(bytes, StandardCharsets.UTF_8));
      case FileContent.Missing _, FileContent.Refused _ -> new SourceFile(file.name(), "");
    };
  }
}
