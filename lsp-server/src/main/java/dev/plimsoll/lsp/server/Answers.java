package dev.plimsoll.lsp.server;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What a client answers. One that refuses what it offers does without it. */
final class Answers {

  private Answers() {}

  /** Does something with an answer. */
  static <T> void use(CompletableFuture<T> answer, Consumer<T> use) {
    ignore(answer.thenAccept(use));
  }

  /** Does nothing with an answer, and with a refusal. */
  static void ignore(CompletableFuture<?> answer) {
    CompletableFuture<?> _ = answer.exceptionally(_ -> null);
  }
}
