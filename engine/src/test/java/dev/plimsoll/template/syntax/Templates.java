package dev.plimsoll.template.syntax;

import dev.plimsoll.source.SourceFile;
import java.util.List;
import java.util.Set;

/** Parses texts for tests. */
final class Templates {

  /** As the tests see it; Helm would call it {@code chart/templates/web.yaml}. */
  static final String NAME = "web.yaml";

  /** The functions that the tests know. */
  static final Set<String> FUNCTIONS =
      Set.of("and", "default", "eq", "include", "index", "list", "nindent", "printf", "quote");

  private Templates() {}

  static TemplateFile parse(String text) {
    return TemplateParser.parse(new SourceFile(NAME, text), FUNCTIONS::contains);
  }

  /** The only action of a text. */
  static Pipeline pipeline(String action) {
    TemplateNode node = parse(action).body().nodes().getFirst();
    return ((TemplateNode.Action) node).pipeline();
  }

  /** The only operand of a text. */
  static Operand operand(String text) {
    return pipeline("{{ " + text + " }}").commands().getFirst().arguments().getFirst();
  }

  /** Go's text of everything that the file itself writes. */
  static String printed(TemplateFile file) {
    return printed(file.body());
  }

  static String printed(TemplateNode.Block block) {
    return String.join("", block.nodes().stream().map(NodeText::of).toList());
  }

  /** All errors, each as Go prints it. */
  static List<String> errors(String text) {
    return parse(text).errors().stream().map(error -> error.inGo(NAME)).toList();
  }
}
