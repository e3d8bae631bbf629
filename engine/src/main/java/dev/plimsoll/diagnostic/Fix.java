package dev.plimsoll.diagnostic;

import java.util.List;
import java.util.Locale;

/**
 * A change that would end a diagnostic.
 *
 * @param title an imperative phrase without a full stop: <em>Rename `replicaCont` to
 *     `replicaCount`</em>
 * @param edits do not overlap
 */
public record Fix(String title, Applicability applicability, List<TextEdit> edits) {

  public Fix {
    edits = List.copyOf(edits);
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
