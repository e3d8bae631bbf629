package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A change that would end a diagnostic.
 *
 * @param title an imperative phrase without a full stop: <em>Rename `replicaCont` to
 *     `replicaCount`</em>
 * @param edits do not overlap
 * @param setting what the edits set in the values, where another layer could say it as well; empty
 *     for what can be mended at one place only
 */
public record Fix(
    String title, Applicability applicability, List<TextEdit> edits, Optional<Setting> setting) {

  public Fix {
    edits = List.copyOf(edits);
  }

  /** A fix of a mistake, which is mended where it stands. */
  public Fix(String title, Applicability applicability, List<TextEdit> edits) {
    this(title, applicability, edits, Optional.empty());
  }

  /**
   * A file that is missing, for a person to fill.
   *
   * @param path relative to the workspace
   * @param text what it says until then
   */
  public static Fix creation(String path, String text) {
    return new Fix(
        "Create `" + path + "`",
        Applicability.DISPLAY,
        List.of(new TextEdit(new SourceFile(path, "").start(), text)));
  }

  /**
   * A value, and the layer that decides it. Other releases may read that layer too and be content
   * with it, so the analysis, which knows them all, chooses where it is set.
   *
   * @param place the value in the layer that decides, or the map in it that lacks the keys
   * @param keys what to write below the place, outermost first; empty for the value itself
   * @param yaml what to write, on one line
   */
  public record Setting(Location place, List<String> keys, String yaml) {

    public Setting {
      keys = List.copyOf(keys);
    }
  }

  /** Whether a fix may be applied without a look. */
  public enum Applicability {
    /** Keeps what the author meant; {@code plimsoll fix} applies it. */
    SAFE,
    /** Probably what is wanted, and may change what is deployed; applied only on request. */
    UNSAFE,
    /** Shows the direction; a person must finish it. */
    DISPLAY;

    /** As reports write it: {@code safe}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
