package dev.plimsoll.cli;

import dev.plimsoll.testkit.LspClient;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/** A folder with more than a chart, in an editor of its own that can rename files. */
abstract class LspProjectBench extends LspBench {

  private @Nullable LspRun own;

  /** Opens the folder, once its files are written. */
  final LspClient openFolder() {
    own = LspRun.in(folder, RENAMING);
    return editor();
  }

  @AfterEach
  final void closeFolder() {
    Objects.requireNonNull(own).close();
  }

  final LspClient editor() {
    return Objects.requireNonNull(own).client();
  }

  final JsonNode ask(String method, String path, int line, int character) {
    return editor().askAt("textDocument/" + method, uri(path), line, character);
  }

  final JsonNode references(String path, int line, int character) {
    return editor()
        .ask(
            "textDocument/references",
            """
            {"textDocument": {"uri": %s}, "position": {"line": %d, "character": %d},
             "context": {"includeDeclaration": true}}\
            """
                .formatted(LspClient.quoted(uri(path)), line, character));
  }
}
