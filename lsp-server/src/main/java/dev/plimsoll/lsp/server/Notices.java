package dev.plimsoll.lsp.server;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Says to the person what they must know, once. Used by the thread that reads messages. */
final class Notices {

  private final Set<String> said = new HashSet<>();
  private @Nullable LanguageClient client;

  void setClient(LanguageClient connected) {
    client = connected;
  }

  /** A document is too large to be looked at. */
  void tooLarge(String uri) {
    String name = uri.substring(uri.lastIndexOf('/') + 1);
    warn(
        "`"
            + name
            + "` is larger than 4 MiB and not checked in the editor; `plimsoll check` reads it.");
  }

  private void warn(String message) {
    LanguageClient connected = client;
    if (connected != null && said.add(message)) {
      connected.showMessage(new MessageParams(MessageType.Warning, message));
    }
  }
}
