package dev.plimsoll.template.syntax;

import dev.plimsoll.source.Span;
import java.util.List;

/** What stands in a command. */
public sealed interface Operand {

  Span span();

  /** {@code .}. */
  record Dot(Span span) implements Operand {}

  /** {@code nil}. */
  record Nil(Span span) implements Operand {}

  /** {@code true} or {@code false}. */
  record Bool(Span span, boolean value) implements Operand {}

  /**
   * A number or a rune. Like Go's it may be several kinds at once: {@code 1} is an integer and a
   * float, {@code 1e3} too.
   *
   * @param text as it is written
   * @param isInt whether it fits {@code int64}
   * @param isUint whether it fits {@code uint64}
   * @param isFloat whether it is a {@code float64}; complex numbers are none
   * @param intValue valid if {@code isInt}
   * @param uintValue valid if {@code isUint}, as bits
   * @param floatValue valid if {@code isFloat}
   * @param isComplex whether it has an imaginary part, which no template of Helm can use
   */
  record Numeral(
      Span span,
      String text,
      boolean isInt,
      boolean isUint,
      boolean isFloat,
      boolean isComplex,
      long intValue,
      long uintValue,
      double floatValue)
      implements Operand {}

  /**
   * A quoted or raw string.
   *
   * @param quoted as it is written
   * @param value what it means
   */
  record Text(Span span, String quoted, String value) implements Operand {}

  /** The name of a function. */
  record Function(Span span, String name) implements Operand {}

  /**
   * {@code $x.a.b}.
   *
   * @param name with the {@code $}
   * @param fields behind it, without dots
   */
  record Variable(Span span, String name, List<String> fields) implements Operand {
    public Variable {
      fields = List.copyOf(fields);
    }
  }

  /** {@code .a.b}. */
  record Field(Span span, List<String> fields) implements Operand {
    public Field {
      fields = List.copyOf(fields);
    }
  }

  /** {@code (pipeline).a.b}: fields of something else than a variable or dot. */
  record Chain(Span span, Operand of, List<String> fields) implements Operand {
    public Chain {
      fields = List.copyOf(fields);
    }
  }

  /** {@code (pipeline)}. */
  record Nested(Span span, Pipeline pipeline) implements Operand {}
}
