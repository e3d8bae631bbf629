package dev.plimsoll.template.eval;

import dev.plimsoll.template.eval.EvaluationFailure.Kind;
import dev.plimsoll.template.value.Site;
import dev.plimsoll.template.value.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure on its way out of nested templates: Go's {@code template.ExecError} and what wraps it.
 * Each template on the way puts something in front of the message.
 */
final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String innermost;
  private final String reason;
  private final @Nullable String cause;
  private final Kind kind;
  private final transient @Nullable Site site;
  private final transient Trace trace;
  private final transient List<String> prefixes = new ArrayList<>();
  private final transient List<Site> calls = new ArrayList<>();
  private int level;

  /**
   * A failure at a node.
   *
   * @param text Go's message with the place
   * @param message the same without the place
   * @param cause the text of the error that Go's error wraps; null if it wraps none
   * @param level how many templates are being executed
   */
  Failure(
      String text,
      String message,
      @Nullable String cause,
      Kind kind,
      @Nullable Site site,
      Trace trace,
      int level) {
    super(text, null, false, false);
    this.innermost = text;
    this.reason = HelmMessages.unwrapped(cause == null ? message : cause);
    this.cause = cause;
    this.kind = kind;
    this.site = site;
    this.trace = trace;
    this.level = level;
  }

  /** Notes what an error that wraps this one says first. */
  void prefix(String text) {
    prefixes.add(text);
  }

  /** Notes that the failing template was called from {@code caller}. */
  void calledFrom(Site caller, int outerLevel) {
    calls.add(caller);
    level = outerLevel;
  }

  /** How many templates were being executed where the failure is now. */
  int level() {
    return level;
  }

  Kind kind() {
    return kind;
  }

  @Nullable Site site() {
    return site;
  }

  List<Site> calls() {
    return calls;
  }

  Trace trace() {
    return trace;
  }

  /** Go's message. */
  String text() {
    StringBuilder text = new StringBuilder();
    prefixes.reversed().forEach(text::append);
    return text.append(innermost).toString();
  }

  /** The texts of this error and of those that it wraps, outermost first. */
  List<String> chain() {
    List<String> chain = new ArrayList<>();
    String text = text();
    chain.add(text);
    int start = 0;
    for (String prefix : prefixes.reversed()) {
      start += prefix.length();
      chain.add(text.substring(start));
    }
    if (cause != null) {
      chain.add(cause);
    }
    return chain;
  }

  /** The innermost message without its place. */
  String reason() {
    return reason;
  }
}
