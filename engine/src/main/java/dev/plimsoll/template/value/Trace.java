package dev.plimsoll.template.value;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a value depends on. Immutable, compared by identity, and cheap to join: sources are
 * collected only when somebody asks.
 *
 * <p>A value depends on <em>data</em> that it consists of or was computed from, and on
 * <em>control</em>: what decided that it is this value and not another (the condition of an {@code
 * if}, the empty first argument of {@code default}).
 */
public final class Trace {

  /** Depends on nothing outside of templates. */
  public static final Trace NONE = new Trace(null, null, null, null);

  private final @Nullable Source source;
  private final @Nullable Trace one;
  private final @Nullable Trace other;
  private final @Nullable Trace reason;

  private Trace(
      @Nullable Source source, @Nullable Trace one, @Nullable Trace other, @Nullable Trace reason) {
    this.source = source;
    this.one = one;
    this.other = other;
    this.reason = reason;
  }

  /** The value as a source has it. */
  public static Trace of(Source source) {
    return new Trace(source, null, null, null);
  }

  /** Whether this depends on nothing outside of templates. */
  public boolean isNone() {
    return this == NONE;
  }

  /** A value computed from both. */
  public Trace and(Trace more) {
    if (this == more || more == NONE) {
      return this;
    }
    return this == NONE ? more : new Trace(null, this, more, null);
  }

  /** The same value, chosen because of {@code why}. */
  public Trace because(Trace why) {
    return why == NONE || why == this || why == reason ? this : new Trace(null, this, null, why);
  }

  /** Why this value was chosen, without what it consists of. */
  public Trace reasons() {
    Trace all = NONE;
    for (Trace at = this; at != null && at.reason != null; at = at.one) {
      all = all.and(at.reason);
    }
    return all;
  }

  /** The source, if the value is what one source has and nothing was computed. */
  public @Nullable Source direct() {
    Trace at = this;
    while (at.reason != null && at.one != null) {
      at = at.one;
    }
    return at.source;
  }

  /** What the value consists of or was computed from, in the order of use. */
  public Set<Source> data() {
    Sources sources = new Sources();
    sources.addData(this);
    return sources.data();
  }

  /** What decided about it. */
  public Set<Source> control() {
    Sources sources = new Sources();
    sources.add(this);
    return sources.control();
  }

  /**
   * The sources of values together. Traces are shared, within one value and between several: each
   * is visited once, or the walk would be exponential.
   */
  public static final class Sources {

    private final Set<Trace> seenData = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Trace> seenReasons = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Trace> reasons = new ArrayDeque<>();
    private final Set<Source> data = new LinkedHashSet<>();
    private final Set<Source> control = new LinkedHashSet<>();

    /** Adds what a value depends on. */
    public void add(Trace trace) {
      addData(trace);
      walk(reasons, seenReasons, control);
    }

    /** Adds what a value depends on that decided about others. */
    public void addReason(Trace trace) {
      reasons.push(trace);
      walk(reasons, seenReasons, control);
    }

    private void addData(Trace trace) {
      Deque<Trace> values = new ArrayDeque<>();
      values.push(trace);
      walk(values, seenData, data);
    }

    /** Walks without recursion: long loops join deep. */
    private void walk(Deque<Trace> traces, Set<Trace> seen, Set<Source> found) {
      while (!traces.isEmpty()) {
        Trace trace = traces.pop();
        if (!seen.add(trace)) {
          continue;
        }
        if (trace.source != null) {
          found.add(trace.source);
        }
        if (trace.reason != null) {
          reasons.push(trace.reason);
        }
        if (trace.other != null) {
          traces.push(trace.other);
        }
        if (trace.one != null) {
          traces.push(trace.one);
        }
      }
    }

    /** What the values consist of or were computed from, in the order of use. */
    public Set<Source> data() {
      return data;
    }

    /** What decided about them. */
    public Set<Source> control() {
      return control;
    }
  }
}
