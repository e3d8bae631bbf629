package dev.plimsoll.rules.estate;

import dev.plimsoll.index.Estate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What several rules want to know of an estate, found out once for all of them. It holds the last
 * estate that somebody asked for. Thread-safe.
 */
public final class EstateShelf {

  private @Nullable Estate known;
  private List<EditableFile> files = List.of();
  private List<LayerStack> stacks = List.of();
  private final Map<Class<?>, Object> derived = new HashMap<>();

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

  /**
   * What else follows from an estate.
   *
   * @param type tells it from everything else that is asked for
   * @param derive of the files; called for the first who asks
   */
  public synchronized <T> T derived(
      Estate estate, Class<T> type, Function<List<EditableFile>, T> derive) {
    find(estate);
    return type.cast(derived.computeIfAbsent(type, _ -> derive.apply(files)));
  }

  @SuppressWarnings("ReferenceEquality") // An estate is as large as everything in it.
  private void find(Estate estate) {
    if (known != estate) {
      files = List.copyOf(EditableFile.all(estate));
      stacks = List.copyOf(LayerStack.all(estate));
      derived.clear();
      known = estate;
    }
  }
}
