package dev.plimsoll.lsp.workspace;

import dev.plimsoll.analysis.Workspace;
import java.util.Map;

/**
 * What is to be analysed.
 *
 * @param revision of the server's state
 * @param versions of the open documents, by path
 */
record Inputs(long revision, Workspace workspace, Map<String, Integer> versions) {

  Inputs {
    versions = Map.copyOf(versions);
  }
}
