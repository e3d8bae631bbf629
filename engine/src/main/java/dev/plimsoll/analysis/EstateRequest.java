package dev.plimsoll.analysis;

import dev.plimsoll.project.LoadedProject;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.values.HelmVersion;

/**
 * What an estate is loaded from.
 *
 * @param judge whether schemas and lint are asked as well
 */
record EstateRequest(FileTree files, LoadedProject loaded, AnalysisOptions options, boolean judge) {

  HelmVersion helm() {
    return options.helm().orElse(loaded.project().helm());
  }
}
