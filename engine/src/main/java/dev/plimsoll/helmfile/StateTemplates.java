package dev.plimsoll.helmfile;

import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.value.GoValue;
import java.util.Map;

final class StateTemplates {
  StateTemplates(FileTree files, Permissions permissions, Map<String, TemplateFile> parsed) {}

  StateText render(StateText text, String folder, GoValue data, Workbench bench)
      throws StateFailure {
    if (!text.source().text().contains("{{")) {
      return text;
    }
    bench.notes().notChecked(text.locate(Span.at(0)), "no templates yet");
    throw StateFailure.reported();
  }
}
