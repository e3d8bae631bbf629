package dev.plimsoll.lsp.feature;

import dev.plimsoll.project.ProjectLoader;
import dev.plimsoll.project.RulePacks;
import java.util.List;

/** What kind of text a document is. */
final class Documents {

  private static final List<String> TEMPLATES = List.of(".tpl", ".gotmpl");

  private Documents() {}

  /** A template of a chart, or another text with actions in it. */
  static boolean isTemplate(Context context) {
    String path = context.path();
    return path.contains("/templates/")
        || path.startsWith("templates/")
        || TEMPLATES.stream().anyMatch(path::endsWith);
  }

  /** Whether it is a helmfile or a part of one. */
  static boolean isHelmfile(Context context) {
    String path = context.path();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.startsWith("helmfile.y")
        || path.contains("helmfile.d/")
        || context.analysed().result().estate().helmfiles().environments().stream()
            .flatMap(environment -> environment.states().stream())
            .anyMatch(state ->
                state.file().path().equals(path)
                    || state.parts().stream()
                        .anyMatch(part -> part.origin().layer().file().path().equals(path)));
  }

  /** Whether it says what a rule is. */
  static boolean isRule(Context context) {
    String path = context.path();
    return path.substring(path.lastIndexOf('/') + 1).equals(RulePacks.RULE_FILE);
  }

  /** Whether it is the project file. */
  static boolean isProject(Context context) {
    return context.path().equals(ProjectLoader.FILE);
  }
}
