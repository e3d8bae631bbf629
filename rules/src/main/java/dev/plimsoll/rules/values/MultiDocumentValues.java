package dev.plimsoll.rules.values;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.rules.estate.EditableFile;
import dev.plimsoll.rules.estate.EstateShelf;
import dev.plimsoll.rules.estate.FileRule;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlDocument;
import java.util.List;
import java.util.function.Predicate;

/** A values file with a second document, which Helm 3 ignores and Helm 4 merges. */
public final class MultiDocumentValues extends FileRule {

  private static final RuleId ID = new RuleId("multi-document-values");
  private static final int SEPARATOR = 3;

  /**
   * @param shelf shared by the rules that look at the same estate
   */
  public MultiDocumentValues(EstateShelf shelf) {
    super(shelf);
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  protected Predicate<EditableFile> wanted(RuleContext context, List<EditableFile> files) {
    return file -> isReadByHelm(file.role());
  }

  @Override
  protected void check(EditableFile file, RuleParameters parameters, DiagnosticSink sink) {
    List<YamlDocument> documents = file.yaml().documents();
    for (int i = 1; i < documents.size(); i++) {
      if (documents.get(i).root() != null) {
        int start = documents.get(i).span().start();
        int end = Math.min(start + SEPARATOR, file.source().text().length());
        sink.report(
            Diagnostic.of(
                    ID,
                    file.source().at(new Span(start, end)),
                    "Helm 3 reads the first document of a values file only, so this one is ignored"
                        + " there; Helm 4 merges all of them.")
                .withAffects(file.affects()));
        return;
      }
    }
  }

  private static boolean isReadByHelm(EditableFile.Role role) {
    return switch (role) {
      case CHART_DEFAULTS, LAYER -> true;
      // A file that no release uses may as well hold manifests.
      case UNUSED_VALUES, UNUSED_SECRETS -> false;
    };
  }
}
