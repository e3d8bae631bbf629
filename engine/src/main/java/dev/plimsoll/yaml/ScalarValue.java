package dev.plimsoll.yaml;

import java.math.BigInteger;

/** What go-yaml v2 resolves a scalar to. */
public sealed interface ScalarValue {

  /** {@code null}, {@code ~} or nothing. */
  record Null() implements ScalarValue {}

  /** {@code true}, {@code yes}, {@code on} and their likes. */
  record Bool(boolean value) implements ScalarValue {}

  /** An integer that fits 64 bits, signed or unsigned: a larger one is a {@link Float}. */
  record Int(BigInteger value) implements ScalarValue {}

  /** A binary floating-point number; infinities and NaN have no JSON form and make Helm fail. */
  @SuppressWarnings("AvoidCommonTypeNames") // YAML's name for it; always written ScalarValue.Float.
  record Float(double value) implements ScalarValue {}

  /** Text; a timestamp is text as well. */
  record Text(String value) implements ScalarValue {}
}
