package dev.plimsoll.cel.program;

import dev.plimsoll.cel.value.FieldRead;
import java.util.List;

/** What evaluating an expression gives. */
public sealed interface CelResult {

  /**
   * A value.
   *
   * @param value a CEL value: Boolean, Long, String, {@code CelList}, ...
   * @param reads the fields that decided it
   * @param cost in units of Kubernetes
   */
  record Value(Object value, List<FieldRead> reads, long cost) implements CelResult {}

  /** An error of the evaluation, in the words of the API server. */
  record Failed(String message, List<FieldRead> reads) implements CelResult {}

  /**
   * The result depends on something that is known on a cluster only.
   *
   * @param why what that is, as a noun
   */
  record Undecided(String why) implements CelResult {}
}
