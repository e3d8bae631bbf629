package dev.plimsoll.cel.value;

/** A value of a type that a library adds, such as a quantity: compared with {@code equals}. */
public interface CelOpaque {

  CelType type();

  /** What Kubernetes takes as its size when it counts costs. */
  default long costSize() {
    return 1;
  }
}
