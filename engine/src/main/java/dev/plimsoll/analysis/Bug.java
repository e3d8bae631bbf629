package dev.plimsoll.analysis;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A mistake of ours that an analysis survived: what the failed part would have said is missing, so
 * the result is not to be trusted as a pass.
 *
 * @param where the rule, or the part of the analysis, and what it worked on
 * @param summary the exception in one line
 * @param stackTrace for a bug report
 */
public record Bug(String where, String summary, String stackTrace) {

  static Bug of(String where, Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return new Bug(where, thrown.toString(), trace.toString());
  }
}
