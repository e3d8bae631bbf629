package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.yaml.YamlParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lists releases of many helmfiles, for a comparison with the real helmfile outside of Java. */
final class CorpusMain {

  private CorpusMain() {}

  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    StringBuilder out = new StringBuilder();
    for (String line : Files.readAllLines(Path.of(arguments[1]))) {
      String[] parts = line.split("\t");
      Path file = root.resolve(parts[0]);
      String text;
      try {
        Permissions permissions =
            new Permissions(
                java.util.Optional.of(
                    name -> java.util.Optional.ofNullable(System.getenv(name))),
                java.util.Optional.empty());
        HelmfileLoader loader =
            new HelmfileLoader(
                new DiskFileTree(file.getParent(), List.of(root)),
                permissions,
                LoadOptions.NONE,
                HelmVersion.NEWEST,
                YamlParser::parse);
        LoadedEnvironment loaded = loader.load(file.getFileName().toString(), parts[1]);
        text =
            loaded.isComplete() + "\t" + ListText.of(loaded.releases()) + "\t" + notes(loaded);
      } catch (RuntimeException | StackOverflowError e) {
        text = "BUG\t" + e + "\t" + List.of(e.getStackTrace()).subList(0, Math.min(6, e.getStackTrace().length));
      }
      out.append(line).append('\t').append(text.replace("\n", "\\n")).append('\n');
    }
    Files.writeString(Path.of(arguments[2]), out);
  }

  private static String notes(LoadedEnvironment loaded) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : loaded.diagnostics()) {
      text.append(diagnostic.rule()).append(' ').append(diagnostic.location()).append(' ')
          .append(diagnostic.message()).append(" | ");
    }
    for (NotChecked each : loaded.notChecked()) {
      text.append("NC ").append(each.location()).append(' ').append(each.reason()).append(" | ");
    }
    return text.toString();
  }
}
