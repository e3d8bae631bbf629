package dev.plimsoll.lsp.workspace;

import dev.plimsoll.lsp.document.OpenDocument;
import dev.plimsoll.lsp.document.OpenDocuments;
import dev.plimsoll.lsp.protocol.FileUris;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the server knows of the editor at one moment. Immutable: a request sees one state
 * however long it takes.
 *
 * @param revision counts the states
 * @param places where each open document belongs, by address
 */
public record ServerState(
    long revision,
    OpenDocuments documents,
    Map<String, Place> places,
    Roots roots,
    Settings settings) {

  public ServerState {
    places = Map.copyOf(places);
  }

  /**
   * Where a document belongs.
   *
   * @param path relative to the root
   */
  public record Place(Root root, String path) {}

  public Optional<Place> place(String uri) {
    return Optional.ofNullable(places.get(uri));
  }

  /** The open document at a path. */
  public Optional<OpenDocument> document(Root root, String path) {
    return uri(root, path).flatMap(documents::find);
  }

  /** The address of a file: as the client writes it, if it has the file open. */
  public String address(Root root, String path) {
    return uri(root, path)
        .orElseGet(() -> FileUris.of(root.resolve(path).toAbsolutePath().normalize()));
  }

  private Optional<String> uri(Root root, String path) {
    Place wanted = new Place(root, path);
    return places.entrySet().stream()
        .filter(entry -> entry.getValue().equals(wanted))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The texts that lie over the files of a root, by path. */
  Map<String, OpenDocument> overlay(Root root) {
    Map<String, OpenDocument> overlay = new LinkedHashMap<>();
    places.forEach((uri, place) -> {
      if (place.root().equals(root)) {
        documents.find(uri).ifPresent(document -> overlay.put(place.path(), document));
      }
    });
    return overlay;
  }

  ServerState withDocument(OpenDocument document, Place place) {
    Map<String, Place> more = new LinkedHashMap<>(places);
    more.put(document.uri(), place);
    return new ServerState(revision + 1, documents.with(document), more, roots, settings);
  }

  ServerState withoutDocument(String uri) {
    Map<String, Place> fewer = new LinkedHashMap<>(places);
    fewer.remove(uri);
    return new ServerState(revision + 1, documents.without(uri), fewer, roots, settings);
  }

  ServerState withRoots(Roots newRoots, Map<String, Place> newPlaces) {
    return new ServerState(revision + 1, documents, newPlaces, newRoots, settings);
  }

  ServerState withSettings(Settings newSettings) {
    return new ServerState(revision + 1, documents, places, roots, newSettings);
  }

  /** The next state, of which only what is on disk may be different. */
  ServerState next() {
    return new ServerState(revision + 1, documents, places, roots, settings);
  }

  static Path folderOfUntitled(String uri) {
    return Path.of("/untitled", Integer.toHexString(uri.hashCode()));
  }
}
