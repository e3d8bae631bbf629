package dev.plimsoll.lsp.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Tells the client's log what happens, never what is in a file. Thread-safe. */
final class ServerLog {

  private static final int KEPT = 50;

  private final Deque<String> recent = new ArrayDeque<>();
  private volatile @Nullable LanguageClient client;

  void setClient(LanguageClient connected) {
    client = connected;
  }

  void info(String message) {
    send(MessageType.Info, message);
  }

  /** We made a mistake. */
  void bug(String where, Throwable bug) {
    StringWriter trace = new StringWriter();
    // The message of an exception may hold what was being read.
    trace.append(bug.getClass().getName()).append('\n');
    PrintWriter writer = new PrintWriter(trace);
    for (StackTraceElement element : bug.getStackTrace()) {
      writer.println("  at " + element);
    }
    send(
        MessageType.Error,
        "This is a bug in plimsoll (" + where + "); please report it.\n" + trace);
  }

  /** What was logged last, oldest first. */
  List<String> recent() {
    synchronized (recent) {
      return List.copyOf(recent);
    }
  }

  private void send(MessageType type, String message) {
    synchronized (recent) {
      if (recent.size() == KEPT) {
        recent.removeFirst();
      }
      recent.addLast(message);
    }
    LanguageClient connected = client;
    if (connected != null) {
      connected.logMessage(new MessageParams(type, message));
    }
  }
}
