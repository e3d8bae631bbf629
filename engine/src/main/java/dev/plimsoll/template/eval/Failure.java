package dev.plimsoll.template.eval;

import dev.plimsoll.template.eval.EvaluationFailure.Kind;
import dev.plimsoll.template.value.Site;
import dev.plimsoll.template.value.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure on its way out of nested templates: Go's {@code template.ExecError} and what wraps it.
 */
final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String text;
  private final String reason;
  private final Kind kind;
  private final transient @Nullable Site site;
  private final transient List<Site> calls;
  private final transient Trace trace;
  private final transient List<String> causes;
  private final int level;

  private Failure(
      String text,
      String reason,
      Kind kind,
      @Nullable Site site,
      List<Site> calls,
      Trace trace,
      List<String> causes,
      int level) {
    super(text, null, false, false);
    this.text = text;
    this.reason = reason;
    this.kind = kind;
    this.site = site;
    this.calls = calls;
    this.trace = trace;
    this.causes = causes;
    this.level = level;
  }

  /**
   * A failure at a node.
   *
   * @param text Go's message with the place
   * @param cause the text of the error that Go's error wraps; null if it wraps none
   * @param level how many templates were being executed
   */
  static Failure of(
      String text,
      String reason,
      Kind kind,
      @Nullable Site site,
      Trace trace,
      @Nullable String cause,
      int level) {
    List<String> causes = cause == null ? List.of() : List.of(cause);
    return new Failure(text, reason, kind, site, new ArrayList<>(), trace, causes, level);
  }

  /** The same failure as the error of an outer node sees it. */
  Failure wrapped(String outerText, int outerLevel) {
    List<String> chain = new ArrayList<>();
    chain.add(text);
    chain.addAll(causes);
    return new Failure(outerText, reason, kind, site, calls, trace, chain, outerLevel);
  }

  /** The same failure with something in front of its message. */
  Failure prefixed(String prefix) {
    List<String> chain = new ArrayList<>();
    chain.add(text);
    chain.addAll(causes);
    return new Failure(prefix + text, reason, kind, site, calls, trace, chain, level);
  }

  /** Notes that the failing template was called from {@code caller}. */
  void calledFrom(Site caller) {
    calls.add(caller);
  }

  /** Go's message. */
  String text() {
    return text;
  }

  /** What went wrong, without places. */
  String reason() {
    return reason;
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

  /** How many templates were being executed. */
  int level() {
    return level;
  }

  /** The texts of the errors that this one wraps, outermost first. */
  List<String> causes() {
    return causes;
  }
}
