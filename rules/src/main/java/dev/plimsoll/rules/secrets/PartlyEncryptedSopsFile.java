package dev.plimsoll.rules.secrets;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.helmfile.Secrets;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.rules.estate.EditableFile;
import dev.plimsoll.rules.estate.EstateShelf;
import dev.plimsoll.rules.estate.FileRule;
import dev.plimsoll.rules.estate.SopsFile;
import dev.plimsoll.rules.estate.YamlWalk;
import dev.plimsoll.values.ValuePath;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlScalar;

/**
 * A leaf in clear text in a file that sops encrypted, which the file's own settings do not excuse.
 */
public final class PartlyEncryptedSopsFile extends FileRule {

  private static final RuleId ID = new RuleId("partly-encrypted-sops-file");

  /**
   * @param shelf shared by the rules that look at the same estate
   */
  public PartlyEncryptedSopsFile(EstateShelf shelf) {
    super(shelf);
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  protected void check(EditableFile file, RuleParameters parameters, DiagnosticSink sink) {
    Secrets.metadata(file.yaml())
        .map(SopsFile::new)
        .ifPresent(settings ->
            YamlWalk.visit(
                file.yaml(),
                (_, path, scalar) -> {
                  if (isForgotten(settings, path, scalar)) {
                    sink.report(diagnostic(file, path, scalar));
                  }
                }));
  }

  private static boolean isForgotten(SopsFile settings, ValuePath path, YamlScalar scalar) {
    return !SopsFile.isMetadata(path)
        && !SopsFile.isToken(scalar.text())
        && isEncryptable(scalar)
        && settings.covers(path);
  }

  /** Sops leaves nulls and empty texts as they are. */
  private static boolean isEncryptable(YamlScalar scalar) {
    return switch (scalar.value()) {
      case ScalarValue.Null _ -> false;
      case ScalarValue.Text(String text) -> !text.isEmpty();
      case ScalarValue.Bool _, ScalarValue.Int _, ScalarValue.Float _ -> true;
    };
  }

  private static Diagnostic diagnostic(EditableFile file, ValuePath path, YamlScalar scalar) {
    String message =
        "`%s` stands in clear text in a file that sops encrypted; only `sops edit` adds values to it."
            .formatted(path);
    return Diagnostic.of(ID, file.source().at(scalar.span()), message).withAffects(file.affects());
  }
}
