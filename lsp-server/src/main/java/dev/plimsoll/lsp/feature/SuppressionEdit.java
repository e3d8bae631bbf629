package dev.plimsoll.lsp.feature;

import dev.plimsoll.project.ProjectLoader;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.ValuePath;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlSequence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** Writes a suppression into the project file, for a person to complete. */
final class SuppressionEdit {

  static final String FILE = ProjectLoader.FILE;

  /** How long a diagnostic is accepted if nobody says otherwise. */
  private static final int DAYS = 90;

  private static final String HEAD = "apiVersion: plimsoll.dev/v1\nkind: Project\n";

  private final Context context;

  SuppressionEdit(Context context) {
    this.context = context;
  }

  WorkspaceEdit of(String rule, Optional<String> release) {
    if (!(context.analysed().files().read(FILE) instanceof FileContent.Text(SourceFile file))) {
      SourceFile empty = new SourceFile(FILE, "");
      return edit(empty, 0, HEAD + "suppressions:\n" + item("  ", rule, release), true);
    }
    YamlFile yaml = YamlParser.parse(file);
    Optional<YamlEntry> section = YamlPlace.entry(yaml, ValuePath.ROOT.key("suppressions"));
    if (section.isPresent()
        && section.get().value() instanceof YamlSequence items
        && !items.flow()
        && !items.items().isEmpty()) {
      int end = lineEnd(file.text(), items.span().end());
      int first = items.span().start();
      String indent = file.text().substring(file.text().lastIndexOf('\n', first - 1) + 1, first);
      return edit(file, end, lineBreak(file.text(), end) + item(indent, rule, release), false);
    }
    if (section.isPresent()) {
      Span value = section.get().value().span();
      String text = "\n" + item("  ", rule, release).stripTrailing();
      return edit(file, value, text);
    }
    int end = file.text().length();
    return edit(
        file,
        end,
        lineBreak(file.text(), end) + "suppressions:\n" + item("  ", rule, release),
        false);
  }

  private String item(String indent, String rule, Optional<String> release) {
    LocalDate expires = LocalDate.now(java.time.ZoneId.systemDefault()).plusDays(DAYS);
    String where = release.map(name -> "release: " + name + ", ").orElse("");
    return indent
        + "- {rule: "
        + rule
        + ", "
        + where
        + "reason: \"Say why this is accepted\", expires: "
        + expires
        + "}\n";
  }

  /** The offset behind the line that holds {@code offset}, and behind its line end. */
  private static int lineEnd(String text, int offset) {
    int end = text.indexOf('\n', Math.max(0, offset - 1));
    return end < 0 ? text.length() : end + 1;
  }

  private static String lineBreak(String text, int offset) {
    return offset == 0 || text.charAt(offset - 1) == '\n' ? "" : "\n";
  }

  private WorkspaceEdit edit(SourceFile file, Span span, String text) {
    return new Edits(context)
        .ofTexts(
            Map.of(FILE, List.of(new TextEdit(context.adapter().range(file, span), text))),
            Optional.empty());
  }

  private WorkspaceEdit edit(SourceFile file, int offset, String text, boolean isNew) {
    return new Edits(context)
        .ofTexts(
            Map.of(
                FILE, List.of(new TextEdit(context.adapter().range(file, Span.at(offset)), text))),
            isNew && context.client().createsFiles() ? Optional.of(FILE) : Optional.empty());
  }
}
