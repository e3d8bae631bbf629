package dev.plimsoll.lsp.document;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything that an editor has open at one moment, by address. Immutable. */
public final class OpenDocuments {

  public static final OpenDocuments NONE = new OpenDocuments(Map.of());

  private final Map<String, OpenDocument> byUri;

  private OpenDocuments(Map<String, OpenDocument> byUri) {
    this.byUri = byUri;
  }

  public Optional<OpenDocument> find(String uri) {
    return Optional.ofNullable(byUri.get(uri));
  }

  /** In the order in which they were opened. */
  public Collection<OpenDocument> all() {
    return byUri.values();
  }

  public OpenDocuments with(OpenDocument document) {
    Map<String, OpenDocument> more = new LinkedHashMap<>(byUri);
    more.put(document.uri(), document);
    return new OpenDocuments(more);
  }

  public OpenDocuments without(String uri) {
    Map<String, OpenDocument> fewer = new LinkedHashMap<>(byUri);
    fewer.remove(uri);
    return new OpenDocuments(fewer);
  }
}
