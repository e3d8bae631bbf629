package dev.plimsoll.schema;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import java.util.List;

/**
 * What the schemas of a chart tree say about values.
 *
 * @param diagnostics sorted; empty exactly when Helm accepts the values, apart from {@code
 *     notChecked}
 * @param notChecked what could not be judged
 */
public record SchemaVerdict(List<Diagnostic> diagnostics, List<NotChecked> notChecked) {

  public SchemaVerdict {
    diagnostics = diagnostics.stream().distinct().sorted().toList();
    notChecked = List.copyOf(notChecked);
  }
}
