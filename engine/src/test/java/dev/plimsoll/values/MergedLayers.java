package dev.plimsoll.values;

import java.util.List;

/** Lets tests of other packages merge the maps of several files. */
public final class MergedLayers {

  private MergedLayers() {}

  /** Weakest first. */
  public static MapValue of(List<MapValue> files) {
    return files.isEmpty() ? UserValues.NONE : UserValues.mergeAll(files);
  }
}
