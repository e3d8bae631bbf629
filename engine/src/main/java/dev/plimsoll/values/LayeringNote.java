package dev.plimsoll.values;

/**
 * Something that Helm only logs, or decides silently, while it layers values.
 *
 * @param path the key path from the root of the release's values ({@code cache.resources})
 * @param winner what is used
 * @param loser what is dropped
 */
public record LayeringNote(Kind kind, String path, Value winner, Value loser) {

  /** What happened. */
  public enum Kind {
    /** A map of a weaker layer is dropped, because a stronger one has something else. */
    TABLE_OVERWRITTEN,
    /** A leaf of a weaker layer is dropped, because a stronger one has a map. */
    LEAF_UNDER_TABLE,
    /** {@code global} of a chart is no map, so it is not handed down. */
    GLOBAL_NOT_A_TABLE
  }
}
