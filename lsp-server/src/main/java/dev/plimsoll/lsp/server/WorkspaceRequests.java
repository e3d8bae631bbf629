package dev.plimsoll.lsp.server;

import com.google.gson.JsonPrimitive;
import dev.plimsoll.lsp.feature.CommandFeature;
import dev.plimsoll.lsp.feature.Commands;
import dev.plimsoll.lsp.feature.ContentFeature;
import dev.plimsoll.lsp.protocol.FileUris;
import dev.plimsoll.lsp.workspace.Analysed;
import dev.plimsoll.lsp.workspace.ServerState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentContentResult;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What the client says and asks about the workspace as a whole. */
final class WorkspaceRequests implements WorkspaceService {

  private final String version;
  private final Facts facts;
  private final Requests requests;
  private final DiagnosticRequests diagnostics;
  private final Configuration configuration;

  WorkspaceRequests(
      String version,
      Facts facts,
      Requests requests,
      DiagnosticRequests diagnostics,
      Configuration configuration) {
    this.version = version;
    this.facts = facts;
    this.requests = requests;
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

  @Override
  public CompletableFuture<TextDocumentContentResult> textDocumentContent(
      TextDocumentContentParams params) {
    TextDocumentContentResult nothing =
        new TextDocumentContentResult("# There is no such release any longer.\n");
    return requests.answer(
        "document",
        nothing,
        roots(),
        (roots, _) ->
            new ContentFeature(roots)
                .of(params.getUri())
                .map(TextDocumentContentResult::new)
                .orElse(nothing));
  }

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    List<Object> arguments = params.getArguments() == null ? List.of() : params.getArguments();
    if (params.getCommand().equals(Commands.CHOOSE_ENVIRONMENT)) {
      return CompletableFuture.completedFuture(chosen(arguments));
    }
    return requests.answer(
        params.getCommand(),
        (Object) "",
        roots(),
        (roots, _) -> {
          CommandFeature commands = new CommandFeature(roots);
          return params.getCommand().equals(Commands.BUG_REPORT)
              ? commands.bugReport(version, facts.log().recent())
              : commands.run(params.getCommand(), arguments);
        });
  }

  /** Without an argument, the environments that there are. */
  private Object chosen(List<Object> arguments) {
    Optional<String> name =
        arguments.stream()
            .filter(JsonPrimitive.class::isInstance)
            .map(argument -> ((JsonPrimitive) argument).getAsString())
            .filter(text -> !text.isBlank())
            .findFirst();
    if (name.isPresent()) {
      configuration.chooseEnvironment(name.get());
      return name.get();
    }
    List<Analysed> known =
        facts.session().roots().stream()
            .map(facts.session()::latest)
            .flatMap(Optional::stream)
            .toList();
    return List.copyOf(new CommandFeature(known).environments());
  }

  /** Every root as it is now. */
  private CompletableFuture<List<Analysed>> roots() {
    ServerState state = facts.session().state();
    List<CompletableFuture<Analysed>> all =
        facts.session().roots().stream().map(root -> facts.session().at(root, state)).toList();
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .thenApply(_ -> all.stream().map(CompletableFuture::join).toList());
  }

  static List<Path> paths(List<WorkspaceFolder> folders) {
    return folders.stream()
        .map(folder -> FileUris.path(folder.getUri()))
        .flatMap(Optional::stream)
        .toList();
  }
}
