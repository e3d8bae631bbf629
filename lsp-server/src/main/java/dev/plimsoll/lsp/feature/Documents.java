package dev.plimsoll.lsp.feature;

import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.StateFile;
import dev.plimsoll.project.ProjectLoader;
import dev.plimsoll.project.RulePacks;
import dev.plimsoll.values.MapValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
    return isHelmfile(context, context.path());
  }

  /** Whether a path is that of a helmfile or of a part of one. */
  static boolean isHelmfile(Context context, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.startsWith("helmfile.y")
        || path.contains("helmfile.d/")
        || helmfiles(context).contains(path);
  }

  /** The helmfiles that were loaded, and their parts. */
  static Set<String> helmfiles(Context context) {
    Set<String> files = new LinkedHashSet<>();
    for (LoadedEnvironment environment :
        context.analysed().result().estate().helmfiles().environments()) {
      for (StateFile state : environment.states()) {
        files.add(state.file().path());
        for (MapValue part : state.parts()) {
          files.add(part.origin().layer().file().path());
        }
      }
    }
    return files;
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
