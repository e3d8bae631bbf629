package dev.plimsoll.lsp.server;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The process of the editor: without it nobody is there to say that it is over. */
final class ParentProcess {

  private ParentProcess() {}

  /** Completes {@code exit} when the process ends, or at once if there is none. */
  static void watch(int id, CompletableFuture<Integer> exit) {
    Optional<ProcessHandle> parent = ProcessHandle.of(id);
    if (parent.isEmpty()) {
      exit.complete(1);
      return;
    }
    Answers.ignore(parent.get().onExit().thenRun(() -> exit.complete(1)));
  }
}
