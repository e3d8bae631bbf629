package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelFailure;

/** Functions that belong together. */
public interface Library {

  /**
   * Calls a function.
   *
   * @param arguments the receiver first, if there is one
   * @throws CelFailure if it has no overload for these values, or results in an error
   */
  Object call(String function, Object[] arguments);
}
