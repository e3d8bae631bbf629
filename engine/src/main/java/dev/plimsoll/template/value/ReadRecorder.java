package dev.plimsoll.template.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Notes what templates look at in the maps that they are given, and whether they change one. What
 * is alike in everything that a template has looked at lets it write the same. For one render, in
 * one thread at a time.
 */
public final class ReadRecorder {

  private final boolean isWanted;
  private final List<MapReads> seen = new ArrayList<>();
  private boolean isOn;
  private boolean hasChanged;
  private int ownReads;

  /**
   * @param isWanted whether anything is noted at all
   */
  public ReadRecorder(boolean isWanted) {
    this.isWanted = isWanted;
  }

  /** Begins to note, for another template. */
  public void start() {
    forget();
    isOn = isWanted;
  }

  /** Stops noting; what was noted stays until the next start. */
  public void stop() {
    isOn = false;
  }

  /**
   * Whether some template has changed a map that others see as well: from then on what a template
   * writes depends on more than what it looks at.
   */
  public boolean hasChanged() {
    return hasChanged;
  }

  /** Notes what is looked at in a map that is given to templates. */
  public void observe(GoMap map) {
    map.recordWith(observation());
  }

  @Nullable MapReads observation() {
    return isWanted ? new MapReads(this, null, "", null) : null;
  }

  /**
   * The same as {@link #guard} for dot, where an entry is another for each template.
   *
   * @param own the key of that entry
   */
  public void guardDot(GoMap dot, String own) {
    dot.recordWith(new MapReads(this, null, "", own));
    if (isWanted) {
      guardInner(dot);
    }
  }

  /** How often it may have been looked at what each template has for itself. */
  public int ownReads() {
    return ownReads;
  }

  /** Notes that a map, or one in it, is changed, where nobody asks what is looked at. */
  public void guard(GoMap map) {
    if (isWanted && !map.isRecorded()) {
      observe(map);
      guardInner(map);
    }
  }

  private void guardInner(GoMap map) {
    for (String key : map.keys()) {
      if (map.get(key) instanceof GoMap inner) {
        guard(inner);
      }
    }
  }

  /** What has been looked at in a map that is observed. */
  public ReadSet reads(GoMap map) {
    MapReads reads = map.reads();
    return reads == null ? ReadSet.NOTHING : reads.freeze();
  }

  private void forget() {
    seen.forEach(reads -> reads.seen = null);
    seen.clear();
  }

  /** What was looked at in one map. */
  static final class MapReads {

    private final ReadRecorder recorder;
    private final @Nullable MapReads parent;
    private final String step;
    private final @Nullable String own;
    private @Nullable Seen seen;

    private MapReads(
        ReadRecorder recorder, @Nullable MapReads parent, String step, @Nullable String own) {
      this.recorder = recorder;
      this.parent = parent;
      this.step = step;
      this.own = own;
    }

    private static final class Seen {
      final Set<String> names = new TreeSet<>();
      final Map<String, MapReads> inside = new HashMap<>();
      boolean areKeysSeen;
    }

    /** The same for a map in this one. */
    MapReads inside(String key) {
      return new MapReads(recorder, this, key, null);
    }

    /** The same for a map in a list of this one, which is looked at as a whole. */
    MapReads inList() {
      return new MapReads(recorder, null, "", null);
    }

    void see(String key) {
      if (key.equals(own)) {
        recorder.ownReads++;
      }
      if (recorder.isOn) {
        see().names.add(key);
      }
    }

    void seeKeys() {
      if (own != null) {
        recorder.ownReads++;
      }
      if (recorder.isOn) {
        see().areKeysSeen = true;
      }
    }

    void change() {
      recorder.hasChanged |= recorder.isOn;
    }

    private Seen see() {
      Seen known = seen;
      if (known == null) {
        known = new Seen();
        seen = known;
        recorder.seen.add(this);
        if (parent != null) {
          // A template may be given the map itself, without a look at what holds it.
          Seen above = parent.see();
          above.names.add(step);
          above.inside.put(step, this);
        }
      }
      return known;
    }

    private ReadSet freeze() {
      Seen found = seen;
      if (found == null) {
        return ReadSet.NOTHING;
      }
      List<ReadSet.Read> reads = new ArrayList<>(found.names.size());
      for (String name : found.names) {
        MapReads inner = found.inside.get(name);
        reads.add(new ReadSet.Read(name, inner == null ? null : inner.freeze()));
      }
      return new ReadSet(found.areKeysSeen, reads);
    }
  }
}
