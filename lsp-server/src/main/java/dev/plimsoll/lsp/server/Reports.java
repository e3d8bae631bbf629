package dev.plimsoll.lsp.server;

import dev.plimsoll.lsp.workspace.Root;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The diagnostics of every file, as they were last computed: what is sent and what is asked for is
 * the same. Thread-safe.
 */
final class Reports {

  private final Map<String, Report> byUri = new LinkedHashMap<>();
  private final Map<String, Root> owners = new HashMap<>();
  private long lastId;

  /**
   * The diagnostics of one file.
   *
   * @param id another one for other diagnostics
   * @param version of the document that was analysed; null for a file that nobody has open
   */
  record Report(String uri, String id, @Nullable Integer version, List<Diagnostic> diagnostics) {

    Report {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * Takes all diagnostics of a root.
   *
   * @param versions of open documents, by address
   * @return the files whose diagnostics are others than before, or of another version
   */
  synchronized List<Report> replace(
      Root root, Map<String, List<Diagnostic>> diagnostics, Map<String, Integer> versions) {
    List<Report> changed = new ArrayList<>();
    for (String uri : List.copyOf(byUri.keySet())) {
      if (root.equals(owners.get(uri)) && !diagnostics.containsKey(uri)) {
        put(root, uri, List.of(), versions.get(uri), changed);
      }
    }
    diagnostics.forEach((uri, found) -> put(root, uri, found, versions.get(uri), changed));
    versions.forEach((uri, version) -> {
      if (!diagnostics.containsKey(uri)) {
        put(root, uri, List.of(), version, changed);
      }
    });
    return changed;
  }

  private void put(
      Root root,
      String uri,
      List<Diagnostic> diagnostics,
      @Nullable Integer version,
      List<Report> changed) {
    Report before = byUri.get(uri);
    if (before == null) {
      if (!diagnostics.isEmpty() || version != null) {
        set(root, new Report(uri, Long.toString(++lastId), version, diagnostics), changed);
      }
      return;
    }
    boolean isSame = before.diagnostics().equals(diagnostics);
    String id = isSame ? before.id() : Long.toString(++lastId);
    if (isSame && (version == null || version.equals(before.version()))) {
      byUri.put(uri, new Report(uri, id, version, before.diagnostics()));
      owners.put(uri, root);
    } else {
      set(root, new Report(uri, id, version, diagnostics), changed);
    }
  }

  private void set(Root root, Report report, List<Report> changed) {
    owners.put(report.uri(), root);
    byUri.put(report.uri(), report);
    changed.add(report);
  }

  /** Takes back everything about a root that is analysed no longer. */
  synchronized List<Report> withdraw(Root root) {
    List<Report> gone = new ArrayList<>();
    owners
        .entrySet()
        .removeIf(entry -> {
          boolean isGone = entry.getValue().equals(root);
          Report report = isGone ? byUri.remove(entry.getKey()) : null;
          if (report != null && !report.diagnostics().isEmpty()) {
            gone.add(new Report(report.uri(), Long.toString(++lastId), null, List.of()));
          }
          return isGone;
        });
    return gone;
  }

  synchronized Optional<Report> find(String uri) {
    return Optional.ofNullable(byUri.get(uri));
  }

  synchronized List<Report> all() {
    return List.copyOf(byUri.values());
  }
}
