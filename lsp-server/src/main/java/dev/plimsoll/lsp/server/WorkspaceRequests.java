package dev.plimsoll.lsp.server;

import dev.plimsoll.lsp.protocol.FileUris;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What the client says and asks about the workspace as a whole. */
final class WorkspaceRequests implements WorkspaceService {

  private final Facts facts;
  private final DiagnosticRequests diagnostics;
  private final Configuration configuration;

  WorkspaceRequests(Facts facts, DiagnosticRequests diagnostics, Configuration configuration) {
    this.facts = facts;
    this.diagnostics = diagnostics;
    this.configuration = configuration;
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    configuration.changed(params.getSettings());
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    List<Path> files = new ArrayList<>();
    for (FileEvent event : params.getChanges()) {
      FileUris.path(event.getUri()).ifPresent(files::add);
    }
    facts.session().filesChanged(files);
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    List<Path> folders = new ArrayList<>(facts.session().state().roots().folders());
    folders.removeAll(paths(params.getEvent().getRemoved()));
    for (Path added : paths(params.getEvent().getAdded())) {
      if (!folders.contains(added)) {
        folders.add(added);
      }
    }
    facts.session().setFolders(folders);
    diagnostics.forgetUnused();
    configuration.watchFiles();
  }

  @Override
  public CompletableFuture<WorkspaceDiagnosticReport> diagnostic(WorkspaceDiagnosticParams params) {
    return diagnostics.ofWorkspace(params);
  }

  static List<Path> paths(List<WorkspaceFolder> folders) {
    return folders.stream()
        .map(folder -> FileUris.path(folder.getUri()))
        .flatMap(Optional::stream)
        .toList();
  }
}
