package dev.plimsoll.lsp.feature;

import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.lsp.document.OpenDocument;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.CreateFileOptions;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Makes edits of the protocol. */
final class Edits {

  private final Context context;

  Edits(Context context) {
    this.context = context;
  }

  /** Whether a client can change a file: members of archives and options cannot be. */
  static boolean isWritable(SourceFile file) {
    return !file.path().contains("!") && !file.path().startsWith("--");
  }

  /** Edits of the engine. */
  WorkspaceEdit of(List<TextEdit> edits) {
    Map<String, List<org.eclipse.lsp4j.TextEdit>> byPath = new LinkedHashMap<>();
    for (TextEdit edit : edits) {
      SourceFile file = edit.location().file();
      String lineEnd = file.text().contains("\r\n") ? "\r\n" : "\n";
      byPath
          .computeIfAbsent(file.path(), _ -> new ArrayList<>())
          .add(
              new org.eclipse.lsp4j.TextEdit(
                  context.adapter().range(edit.location()), edit.newText().replace("\n", lineEnd)));
    }
    return ofTexts(byPath, byPath.keySet().stream().filter(this::isMissing).findFirst());
  }

  /** Whether an edit can be made: a client may not be able to create files. */
  boolean isApplicable(TextEdit edit) {
    SourceFile file = edit.location().file();
    return isWritable(file) && (context.client().createsFiles() || !isMissing(file.path()));
  }

  private boolean isMissing(String path) {
    return context.analysed().files().kind(path) == FileTree.Kind.MISSING;
  }

  /**
   * Edits of texts, by path.
   *
   * @param created a file that is created first
   */
  WorkspaceEdit ofTexts(
      Map<String, List<org.eclipse.lsp4j.TextEdit>> byPath, Optional<String> created) {
    WorkspaceEdit all = new WorkspaceEdit();
    if (!context.client().versionsEdits()) {
      Map<String, List<org.eclipse.lsp4j.TextEdit>> changes = new LinkedHashMap<>();
      byPath.forEach((path, edits) -> changes.put(context.addresses().uri(path), edits));
      all.setChanges(changes);
      return all;
    }
    List<Either<TextDocumentEdit, ResourceOperation>> changes = new ArrayList<>();
    created.ifPresent(path ->
        changes.add(
            Either.forRight(
                new CreateFile(
                    context.addresses().uri(path), new CreateFileOptions(false, true)))));
    byPath.forEach((path, edits) ->
        changes.add(
            Either.forLeft(
                new TextDocumentEdit(
                    identifier(path),
                    edits.stream()
                        .map(
                            Either
                                ::<org.eclipse.lsp4j.TextEdit,
                                    org.eclipse.lsp4j.SnippetTextEdit>forLeft)
                        .toList()))));
    all.setDocumentChanges(changes);
    return all;
  }

  private VersionedTextDocumentIdentifier identifier(String path) {
    Integer version =
        context
            .state()
            .document(context.analysed().root(), path)
            .map(OpenDocument::version)
            .orElse(null);
    return new VersionedTextDocumentIdentifier(context.addresses().uri(path), version);
  }
}
