package dev.plimsoll.template.value;

import dev.plimsoll.template.value.ReadRecorder.MapReads;
import dev.plimsoll.values.JsonPrinter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map with text keys, which templates can change ({@code set}, {@code unset}, {@code merge}).
 * Compared by identity, as Go maps are shared by reference. For one thread at a time.
 */
public final class GoMap implements GoValue {

  /** {@code map[string]interface{}}: what values are and what {@code dict} makes. */
  public static final String ANY = "map[string]interface {}";

  private final Contents contents;
  private final String typeName;
  private final Trace trace;

  /** The shared part: a map that was chosen for a reason is the same map. */
  private static final class Contents {
    final Map<String, GoValue> entries;
    @Nullable Map<String, Trace> keyTraces;
    final Map<String, TracedText> keyTexts = new HashMap<>(0);
    final Function<String, Trace> missing;
    final boolean isNil;
    @Nullable List<String> sortedKeys;
    @Nullable MapReads reads;

    Contents(@Nullable Map<String, GoValue> entries, Function<String, Trace> missing) {
      this.entries = entries == null ? Map.of() : entries;
      this.isNil = entries == null;
      this.missing = missing;
    }
  }

  private GoMap(Contents contents, String typeName, Trace trace) {
    this.contents = contents;
    this.typeName = typeName;
    this.trace = trace;
  }

  /**
   * A map of any Go type.
   *
   * @param entries are taken over and changed by templates
   * @param missing the trace of the nil that a key gives which is not there
   */
  public GoMap(
      Map<String, GoValue> entries, String typeName, Trace trace, Function<String, Trace> missing) {
    this(new Contents(entries, missing), typeName, trace);
  }

  /** A {@code map[string]interface{}} that is filled afterwards. */
  public GoMap(Trace trace) {
    this(new HashMap<>(), ANY, trace, _ -> trace);
  }

  /** A nil map: it looks empty, and nothing can be put into it. */
  public static GoMap nil(String typeName, Trace trace) {
    return new GoMap(new Contents(null, _ -> trace), typeName, trace);
  }

  /** The same map under another name of its Go type, as a conversion gives it. */
  public GoMap named(String otherType) {
    return new GoMap(contents, otherType, trace);
  }

  /** A map of the same type and origin without entries, for a copy. */
  public GoMap emptyCopy() {
    return new GoMap(new HashMap<>(), typeName, trace, contents.missing);
  }

  public int size() {
    noteKeys();
    return contents.entries.size();
  }

  public boolean has(String key) {
    note(key);
    return contents.entries.containsKey(key);
  }

  /** The value under {@code key}; null if there is none. */
  public @Nullable GoValue get(String key) {
    note(key);
    return contents.entries.get(key);
  }

  /** What a key depends on that is not there. */
  public Trace missing(String key) {
    return contents.missing.apply(key);
  }

  /** What the text of a key that is there depends on, for {@code range} and {@code toYaml}. */
  public Trace keyTrace(String key) {
    Map<String, Trace> known = contents.keyTraces;
    return known == null ? Trace.NONE : known.getOrDefault(key, Trace.NONE);
  }

  /** The text of a key that is there, verbatim where it stands in a source. */
  public TracedText keyText(String key) {
    TracedText text = contents.keyTexts.get(key);
    if (text != null) {
      return text;
    }
    Trace known = keyTrace(key);
    return known.isNone() ? TracedText.untracked(key) : TracedText.verbatim(key, known);
  }

  /**
   * Sets an entry.
   *
   * @throws GoFailure if this is a {@linkplain #nil nil map}
   */
  public void put(String key, GoValue value) {
    if (isNil()) {
      throw new GoFailure("assignment to entry in nil map", trace);
    }
    noteChange();
    if (contents.entries.put(key, value) == null) {
      contents.sortedKeys = null;
    }
  }

  /** The same with the origin of the key itself. */
  public void put(String key, GoValue value, Trace keyTrace) {
    put(key, value);
    if (!keyTrace.isNone()) {
      Map<String, Trace> known = contents.keyTraces;
      if (known == null) {
        known = new HashMap<>();
        contents.keyTraces = known;
      }
      known.put(key, keyTrace);
    }
  }

  /** The same with a key that is a part of another text. */
  public void put(TracedText key, GoValue value) {
    put(key.text(), value, key.trace());
    if (key.isTracked()) {
      contents.keyTexts.put(key.text(), key);
    }
  }

  public void remove(String key) {
    noteChange();
    if (!isNil() && contents.entries.remove(key) != null) {
      contents.sortedKeys = null;
    }
  }

  /** The keys in Go's order for printing and ranging: sorted by code point. */
  public List<String> sortedKeys() {
    noteKeys();
    List<String> known = contents.sortedKeys;
    if (known == null) {
      List<String> keys = new ArrayList<>(contents.entries.keySet());
      keys.sort(JsonPrinter.KEY_ORDER);
      known = Collections.unmodifiableList(keys);
      contents.sortedKeys = known;
    }
    return known;
  }

  /** The keys in no order. */
  public Set<String> keys() {
    noteKeys();
    return Collections.unmodifiableSet(contents.entries.keySet());
  }

  /** Whether this is a {@linkplain #nil nil map}. */
  public boolean isNil() {
    return contents.isNil;
  }

  // What is looked at.

  void recordWith(@Nullable MapReads reads) {
    contents.reads = reads;
  }

  boolean isRecorded() {
    return contents.reads != null;
  }

  @Nullable MapReads reads() {
    return contents.reads;
  }

  private void note(String key) {
    if (contents.reads != null) {
      contents.reads.see(key);
    }
  }

  private void noteKeys() {
    if (contents.reads != null) {
      contents.reads.seeKeys();
    }
  }

  private void noteChange() {
    if (contents.reads != null) {
      contents.reads.change();
    }
  }

  /** Whether this and {@code other} are the same map in Go's sense. */
  public boolean isSameMap(GoMap other) {
    return contents == other.contents;
  }

  @Override
  public Trace trace() {
    return trace;
  }

  /** The same map: a change of one is a change of the other. */
  @Override
  public GoMap because(Trace reason) {
    return reason.isNone() ? this : new GoMap(contents, typeName, trace.because(reason));
  }

  @Override
  public String typeName() {
    return typeName;
  }

  @Override
  public String kindName() {
    return "map";
  }

  @Override
  public boolean isTrue() {
    noteKeys();
    return !contents.entries.isEmpty();
  }
}
