package dev.plimsoll.lsp.document;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlParser;
import org.jspecify.annotations.Nullable;

/** One state of a text that an editor has open. Immutable. */
public final class OpenDocument {

  private final String uri;
  private final String language;
  private final int version;
  private final SourceFile source;
  private volatile @Nullable YamlFile yaml;

  /**
   * @param uri exactly as the client writes it
   * @param language what the client takes the text for
   * @param version counted by the client
   */
  public OpenDocument(String uri, String language, int version, SourceFile source) {
    this.uri = uri;
    this.language = language;
    this.version = version;
    this.source = source;
  }

  public String uri() {
    return uri;
  }

  public String language() {
    return language;
  }

  public int version() {
    return version;
  }

  public SourceFile source() {
    return source;
  }

  /** The text as YAML, as far as it can be read; parsed once. */
  public YamlFile yaml() {
    YamlFile known = yaml;
    if (known == null) {
      // A benign race: two readers may both parse the same text.
      known = YamlParser.parse(source);
      yaml = known;
    }
    return known;
  }

  /** The next state. */
  public OpenDocument with(int newVersion, String text) {
    return new OpenDocument(uri, language, newVersion, new SourceFile(source.path(), text));
  }
}
