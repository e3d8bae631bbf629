package dev.plimsoll.lsp.feature;

import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.LayerValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files and folders that are found by the name of an environment: those of its layers that
 * carry it in their path and that no text names.
 */
final class EnvironmentFiles {

  private EnvironmentFiles() {}

  /**
   * What has to be called otherwise where the environment is.
   *
   * @param naming the texts that may name files
   * @return new paths by old ones
   */
  static Map<String, String> renamed(
      Context context, String environment, String newName, List<String> naming) {
    Pattern word = Pattern.compile("(?<=^|[/_.-])" + Pattern.quote(environment) + "(?=[/_.-]|$)");
    Map<String, String> renamed = new LinkedHashMap<>();
    for (ReleaseInstance release : context.analysed().result().estate().releases()) {
      if (!release.cell().environment().equals(environment)) {
        continue;
      }
      for (LayerValues layer : release.layers()) {
        String path = layer.layer().file().path();
        Matcher found = word.matcher(path);
        if (layer.layer().kind() == Layer.Kind.VALUES_FILE
            && found.find()
            && !isNamed(context, path.substring(found.start()), naming)) {
          int end = path.indexOf('/', found.end());
          String old = end < 0 ? path : path.substring(0, end);
          renamed.put(old, old.substring(0, found.start()) + newName + old.substring(found.end()));
        }
      }
    }
    return renamed;
  }

  /** Whether some text names the rest of a path, so that the file keeps its name. */
  private static boolean isNamed(Context context, String rest, List<String> naming) {
    return naming.stream()
        .anyMatch(path ->
            context.analysed().files().read(path) instanceof FileContent.Text(SourceFile file)
                && file.text().contains(rest));
  }
}
