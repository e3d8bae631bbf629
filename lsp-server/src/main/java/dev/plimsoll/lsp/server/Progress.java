package dev.plimsoll.lsp.server;

import dev.plimsoll.lsp.workspace.Root;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** Shows that the first look at a folder takes a while. Thread-safe. */
final class Progress {

  private final LanguageClient client;
  private final Map<Root, String> tokens = new ConcurrentHashMap<>();
  private int last;

  Progress(LanguageClient client) {
    this.client = client;
  }

  synchronized void begin(Root root) {
    String token = "plimsoll-" + ++last;
    tokens.put(root, token);
    Answers.ignore(client.createProgress(new WorkDoneProgressCreateParams(Either.forLeft(token))));
    WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
    begin.setTitle("Checking " + root.folder().getFileName());
    begin.setCancellable(false);
    notify(token, begin);
  }

  synchronized void end(Root root) {
    String token = tokens.remove(root);
    if (token != null) {
      notify(token, new WorkDoneProgressEnd());
    }
  }

  private void notify(String token, WorkDoneProgressNotification value) {
    client.notifyProgress(new ProgressParams(Either.forLeft(token), Either.forLeft(value)));
  }
}
