package dev.plimsoll.rules.estate;

import dev.plimsoll.index.Estate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several rules want to know of an estate, found out once for all of them. It holds the last
 * estate that somebody asked for. Thread-safe.
 */
public final class EstateShelf {

  private @Nullable Estate known;
  private List<EditableFile> files = List.of();
  private List<LayerStack> stacks = List.of();

  /** Every file of values or secrets that a person can edit. */
  public synchronized List<EditableFile> files(Estate estate) {
    find(estate);
    return files;
  }

  /** Every stack of layers, in the order of the releases. */
  public synchronized List<LayerStack> stacks(Estate estate) {
    find(estate);
    return stacks;
  }

  @SuppressWarnings("ReferenceEquality") // An estate is as large as everything in it.
  private void find(Estate estate) {
    if (known != estate) {
      files = List.copyOf(EditableFile.all(estate));
      stacks = List.copyOf(LayerStack.all(estate));
      known = estate;
    }
  }
}
