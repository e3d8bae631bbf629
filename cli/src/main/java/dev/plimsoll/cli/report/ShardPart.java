package dev.plimsoll.cli.report;

import java.util.List;

/**
 * Which part of a whole a report is.
 *
 * @param index from 1
 * @param count how many parts there are
 * @param pending diagnostics that hold only if every part has them: that nothing matches a
 *     suppression, one part alone cannot know
 */
record ShardPart(int index, int count, List<ShownDiagnostic> pending) {

  ShardPart {
    pending = List.copyOf(pending);
  }
}
