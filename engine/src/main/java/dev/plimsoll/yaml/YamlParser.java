package dev.plimsoll.yaml;

import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.Token;

/** Reads YAML text into a tree. */
public final class YamlParser {

  private YamlParser() {}

  /** Reads every document of a text. Never fails: what is wrong is in the result's problems. */
  public static YamlFile parse(SourceFile source) {
    Problems problems = new Problems();
    List<Token> tokens = new ArrayList<>();
    List<YamlDocument> documents = List.of();
    try {
      ScannerImpl scanner = new ScannerImpl(new StreamReader(source.text()), new LoaderOptions());
      while (scanner.checkToken()) {
        tokens.add(scanner.getToken());
      }
      documents = new TreeBuilder(source.text().length(), tokens, problems).build();
    } catch (YAMLException e) {
      problems.add(YamlProblem.Kind.SYNTAX, 0, 0, "This text is no YAML.");
    }
    return new YamlFile(source, documents, List.of(), problems.sorted());
  }
}
