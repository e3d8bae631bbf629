package dev.plimsoll.rules.secrets;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.rules.estate.EditableFile;
import dev.plimsoll.rules.estate.EstateShelf;
import dev.plimsoll.rules.estate.FileRule;
import dev.plimsoll.rules.estate.PathPattern;
import dev.plimsoll.rules.estate.SopsFile;
import dev.plimsoll.rules.estate.YamlWalk;
import dev.plimsoll.values.ValuePath;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A secret that stands in a values file as it is. What a release is deployed with is a secret under
 * any secret key; what a chart has by default, or is tried out with, must look like a real one.
 */
public final class PlaintextSecret extends FileRule {

  private static final RuleId ID = new RuleId("plaintext-secret");

  /**
   * @param shelf shared by the rules that look at the same estate
   */
  public PlaintextSecret(EstateShelf shelf) {
    super(shelf);
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  protected Predicate<EditableFile> wanted(RuleContext context, List<EditableFile> files) {
    SopsDuty duty = SopsDuty.of(context.estate(), files);
    // A file that sops should have encrypted is one mistake, not one per secret.
    return file -> SopsFile.metadata(file.yaml()).isEmpty() && duty.neglect(file).isEmpty();
  }

  @Override
  protected void check(EditableFile file, RuleParameters parameters, DiagnosticSink sink) {
    SecretKeys keys = new SecretKeys(parameters.strings("keys"));
    List<PathPattern> allowed = PathPattern.all(parameters.strings("allowed"));
    YamlWalk.visit(file.yaml(), new Scalars(file, keys, allowed, sink));
  }

  private record Scalars(
      EditableFile file, SecretKeys keys, List<PathPattern> allowed, DiagnosticSink sink)
      implements YamlWalk.Visitor {

    @Override
    public void scalar(String key, ValuePath path, YamlScalar scalar) {
      what(key, path, scalar)
          .filter(_ -> !PathPattern.anyMatches(allowed, path))
          .ifPresent(what -> report(path, scalar, what));
    }

    private void report(ValuePath path, YamlScalar scalar, String what) {
      String message =
          "`%s` holds %s in clear text; let sops or a secret store keep it, and replace it if it was committed."
              .formatted(path, what);
      sink.report(
          Diagnostic.of(ID, file.source().at(scalar.span()), message).withAffects(file.affects()));
    }

    private Optional<String> what(String key, ValuePath path, YamlScalar scalar) {
      return switch (scalar.value()) {
        case ScalarValue.Text(String text) -> ofText(key, path, text);
        case ScalarValue.Int _ ->
            SecretKeys.isPassword(key) && isDeployed() && keys.contain(key, path)
                ? Optional.of("a secret")
                : Optional.empty();
        case ScalarValue.Null _, ScalarValue.Bool _, ScalarValue.Float _ -> Optional.empty();
      };
    }

    private Optional<String> ofText(String key, ValuePath path, String text) {
      String inUrl = SecretText.urlPassword(text);
      if (!inUrl.isEmpty() && !SecretText.isReference(inUrl) && isReal(inUrl, isDeployed())) {
        return Optional.of("a URL with a password");
      }
      if (SecretText.isReference(text)) {
        return Optional.empty();
      }
      if (SecretText.isIssued(text)) {
        return Optional.of("a secret");
      }
      boolean anyText = isDeployed() && SecretKeys.isPassword(key);
      return keys.contain(key, path) && isReal(text, anyText)
          ? Optional.of("a secret")
          : Optional.empty();
    }

    private boolean isDeployed() {
      return file.role() == EditableFile.Role.LAYER && !file.isTrial();
    }

    private static boolean isReal(String text, boolean anyText) {
      return anyText
          ? !SecretText.isBlank(text)
          : SecretText.isRandom(text) && !SecretText.isExample(text);
    }
  }
}
