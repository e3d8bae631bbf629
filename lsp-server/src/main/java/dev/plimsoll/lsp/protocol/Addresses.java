package dev.plimsoll.lsp.protocol;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.Range;

/**
 * Where the files of one root are for a client.
 *
 * <p>A member of an archive ({@code charts/cache-1.0.0.tgz!cache/values.yaml}) is a document that
 * the server provides, for a client that asks for those; for any other it is its archive.
 */
public final class Addresses {

  /** Of documents that are members of archives. */
  public static final String ARCHIVE_SCHEME = "plimsoll-archive";

  private final LspAdapter adapter;
  private final UnaryOperator<String> uriOf;
  private final boolean hasProvidedDocuments;

  /**
   * @param uriOf gives the address of a file of the root
   * @param hasProvidedDocuments whether the client opens documents that the server provides
   */
  public Addresses(LspAdapter adapter, UnaryOperator<String> uriOf, boolean hasProvidedDocuments) {
    this.adapter = adapter;
    this.uriOf = uriOf;
    this.hasProvidedDocuments = hasProvidedDocuments;
  }

  public LspAdapter adapter() {
    return adapter;
  }

  public String uri(SourceFile file) {
    return uri(file.path());
  }

  public String uri(String path) {
    int member = path.indexOf('!');
    if (member < 0) {
      return uriOf.apply(path);
    }
    String archive = uriOf.apply(path.substring(0, member));
    return hasProvidedDocuments && archive.startsWith("file:")
        ? ARCHIVE_SCHEME + archive.substring("file".length()) + "!/" + path.substring(member + 1)
        : archive;
  }

  /** Whether positions in a file mean anything to the client. */
  public boolean isShown(SourceFile file) {
    return hasProvidedDocuments || file.path().indexOf('!') < 0;
  }

  public Range range(Location location) {
    return isShown(location.file()) ? adapter.range(location) : start();
  }

  public Range range(SourceFile file, Span span) {
    return range(file.at(span));
  }

  public org.eclipse.lsp4j.Location location(Location location) {
    return new org.eclipse.lsp4j.Location(uri(location.file()), range(location));
  }

  private static Range start() {
    return new Range(new org.eclipse.lsp4j.Position(0, 0), new org.eclipse.lsp4j.Position(0, 0));
  }
}
