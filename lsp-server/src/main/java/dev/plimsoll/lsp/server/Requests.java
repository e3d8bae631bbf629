package dev.plimsoll.lsp.server;

import dev.plimsoll.lsp.document.OpenDocument;
import dev.plimsoll.lsp.feature.Context;
import dev.plimsoll.lsp.workspace.Analysed;
import dev.plimsoll.lsp.workspace.ServerState;
import dev.plimsoll.lsp.workspace.SizeLimit;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures.FutureCancelChecker;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Lets features answer requests, each on a thread of its own with the state that there was when the
 * request came. A feature that fails loses its answer, and nothing else.
 */
final class Requests implements AutoCloseable {

  private final Facts facts;
  private final ExecutorService readers =
      Executors.newFixedThreadPool(
          Math.max(2, Runtime.getRuntime().availableProcessors()),
          Thread.ofPlatform().name("plimsoll-reader-", 0).daemon().factory());

  Requests(Facts facts) {
    this.facts = facts;
  }

  /** Whether a feature needs what analysis says of the very text that is there now. */
  enum Freshness {
    /** It waits for that. */
    CURRENT,
    /** It takes the last result, since a person is typing. */
    LATEST
  }

  /** Answers about an open document; with nothing about any other. */
  <T extends @Nullable Object> CompletableFuture<T> ask(
      String name,
      String uri,
      Freshness freshness,
      T nothing,
      Function<Context, ? extends T> feature) {
    ServerState state = facts.session().state();
    Optional<OpenDocument> document = state.documents().find(uri);
    Optional<ServerState.Place> place = state.place(uri);
    if (document.isEmpty()
        || place.isEmpty()
        || SizeLimit.isAbove(document.get().source().text())) {
      return CompletableFuture.completedFuture(nothing);
    }
    CompletableFuture<Analysed> analysed = analysed(state, place.get(), freshness);
    return answer(
        name,
        nothing,
        analysed,
        (found, cancel) -> {
          boolean isOther =
              freshness == Freshness.CURRENT
                  && !Integer.valueOf(document.get().version())
                      .equals(found.versions().get(place.get().path()));
          if (isOther) {
            throw new ResponseErrorException(
                new ResponseError(
                    ResponseErrorCode.ContentModified, "The text has changed since.", null));
          }
          return feature.apply(
              new Context(
                  state,
                  document.get(),
                  place.get().path(),
                  found,
                  facts.addresses(state, place.get().root()),
                  facts.client(),
                  cancel));
        });
  }

  private CompletableFuture<Analysed> analysed(
      ServerState state, ServerState.Place place, Freshness freshness) {
    if (freshness == Freshness.LATEST) {
      Optional<Analysed> latest = facts.session().latest(place.root());
      if (latest.isPresent()) {
        return CompletableFuture.completedFuture(latest.get());
      }
    }
    return facts.session().at(place.root(), state);
  }

  /** What makes an answer of something that has to be waited for. */
  @FunctionalInterface
  interface Answering<I, T extends @Nullable Object> {
    T answer(I input, CancelChecker cancel);
  }

  /** Answers when {@code input} is there. */
  <I, T extends @Nullable Object> CompletableFuture<T> answer(
      String name,
      T nothing,
      CompletableFuture<I> input,
      Answering<? super I, ? extends T> answering) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    CancelChecker cancel = new FutureCancelChecker(answer);
    CompletableFuture<?> _ =
        input.whenCompleteAsync(
            (found, failure) -> {
              if (answer.isDone()) {
                return;
              }
              try {
                cancel.checkCanceled();
                if (failure != null) {
                  fail(answer, nothing, failure);
                } else {
                  answer.complete(answering.answer(found, cancel));
                }
              } catch (CancellationException e) {
                answer.cancel(false);
              } catch (ResponseErrorException e) {
                answer.completeExceptionally(e);
              } catch (RuntimeException | Error bug) {
                // Whatever went wrong here, an editor must not wait for an answer for ever.
                facts.log().bug(name, bug);
                answer.complete(nothing);
              }
            },
            readers);
    return answer;
  }

  /** What failed has been logged where it failed. */
  private static <T extends @Nullable Object> void fail(
      CompletableFuture<T> answer, T nothing, @Nullable Throwable failure) {
    if (failure instanceof CancellationException
        || (failure instanceof CompletionException wrapped
            && wrapped.getCause() instanceof CancellationException)) {
      answer.cancel(false);
    } else {
      answer.complete(nothing);
    }
  }

  /** Takes no more requests; the answers to those that came before are still written. */
  @Override
  public void close() {
    readers.shutdown();
  }
}
