package dev.plimsoll.helmfile;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Calls of one render that would reach outside the workspace and were not permitted. */
final class Refusals {

  private record Refusal(String function, String argument, String permission, String what) {}

  private final List<Refusal> refusals = new ArrayList<>();

  /**
   * @param argument as the template may say it, to find the call
   * @param permission what {@code --allow} would take; empty if {@code what} says it
   * @param what a clause: what did not happen
   */
  void add(String function, String argument, String permission, String what) {
    refusals.add(new Refusal(function, argument, permission, what));
  }

  /** Says each at the call, as far as the text shows it. */
  void report(StateText text, Notes notes) {
    for (Refusal refusal : refusals) {
      String wanted =
          refusal.permission.isEmpty() ? "" : "; `--allow " + refusal.permission + "` permits it.";
      String first = refusal.what.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
      notes.notChecked(
          place(text, refusal),
          first
              + refusal.what.substring(1)
              + (wanted.isEmpty() ? "" : " (`" + refusal.function + "`)" + wanted));
    }
  }

  private static Location place(StateText text, Refusal refusal) {
    String source = text.source().text();
    int found = -1;
    for (int at = source.indexOf(refusal.function); at >= 0; ) {
      int end = source.indexOf("}}", at);
      boolean isWord = at == 0 || !Character.isLetterOrDigit(source.charAt(at - 1));
      if (isWord && end > 0) {
        found = found < 0 ? at : found;
        if (source.substring(at, end).contains(refusal.argument)) {
          found = at;
          break;
        }
      }
      at = source.indexOf(refusal.function, at + 1);
    }
    return found < 0
        ? text.locate(Span.at(0))
        : text.locate(new Span(found, found + refusal.function.length()));
  }
}
