package dev.plimsoll.cel.compile;

import dev.plimsoll.cel.program.CelProgram;
import java.util.List;

/** What compiling an expression gives. */
public sealed interface Compilation {

  /**
   * A program.
   *
   * @param type the type of its value, as CEL writes it
   */
  record Compiled(CelProgram program, String type) implements Compilation {}

  /** The expression is wrong. */
  record Refused(List<CelProblem> problems) implements Compilation {

    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
