package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelFailure;

/** Keeps what one call makes within memory; costs bound the rest. */
final class Bounds {

  /** In UTF-16 units or items; Kubernetes' largest request has 3 MiB. */
  private static final int LARGEST = 8 * 1024 * 1024;

  private Bounds() {}

  static void check(long size) {
    if (size > LARGEST) {
      throw CelFailure.of("the result is too large");
    }
  }

  static String text(String first, String second) {
    check((long) first.length() + second.length());
    return first.concat(second);
  }
}
