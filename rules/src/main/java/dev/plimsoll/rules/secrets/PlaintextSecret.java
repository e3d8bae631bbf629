package dev.plimsoll.rules.secrets;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.helmfile.Secrets;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.rules.estate.EditableFile;
import dev.plimsoll.rules.estate.EstateShelf;
import dev.plimsoll.rules.estate.FileRule;
import dev.plimsoll.rules.estate.HelmfileLeaves;
import dev.plimsoll.rules.estate.PathPattern;
import dev.plimsoll.rules.estate.YamlWalk;
import dev.plimsoll.source.Location;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ValuePath;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A secret that stands in a values file or a helmfile as it is. What a release is deployed with is
 * a secret under any secret key; what a chart has by default, or is tried out with, must look like
 * a real one.
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
    SopsDuty duty = SopsDuty.of(shelf, context.estate());
    // A file that sops should have encrypted is one mistake, not one per secret.
    return file -> !Secrets.isEncrypted(file.yaml()) && duty.neglect(file).isEmpty();
  }

  @Override
  protected void check(EditableFile file, RuleParameters parameters, DiagnosticSink sink) {
    boolean isDeployed = file.role() == EditableFile.Role.LAYER && !file.isTrial();
    Judge judge = Judge.of(parameters, isDeployed);
    YamlWalk.visit(
        file.yaml(),
        (key, path, scalar) ->
            judge
                .what(key, path, content(scalar))
                .ifPresent(what ->
                    sink.report(
                        diagnostic(path, file.source().at(scalar.span()), what)
                            .withAffects(file.affects()))));
  }

  @Override
  protected void checkRest(RuleContext context, List<EditableFile> files, DiagnosticSink sink) {
    SopsDuty duty = SopsDuty.of(shelf, context.estate());
    Judge judge = Judge.of(context.parameters(), true);
    HelmfileLeaves.visit(
        context.estate(),
        files,
        leaf -> {
          if (!duty.isNeglected(leaf)) {
            judge
                .what(leaf.key(), leaf.path(), leaf.value().content())
                .ifPresent(what ->
                    sink.report(
                        diagnostic(leaf.path(), leaf.location(), what)
                            .withAffects(leaf.affects())));
          }
        });
  }

  private static Diagnostic diagnostic(ValuePath path, Location place, String what) {
    return Diagnostic.of(
        ID,
        place,
        "`%s` holds %s in clear text; let sops or a secret store keep it, and replace it if it was committed."
            .formatted(path, what));
  }

  /** What can be a secret of a scalar; nothing for what cannot. */
  private static GoScalar content(YamlScalar scalar) {
    return switch (scalar.value()) {
      case ScalarValue.Text(String text) -> new GoScalar.Text(text);
      case ScalarValue.Int _ -> new GoScalar.Int64(0);
      case ScalarValue.Null _, ScalarValue.Bool _, ScalarValue.Float _ -> new GoScalar.Nil();
    };
  }

  /**
   * Tells a secret.
   *
   * @param isDeployed whether a release is deployed with what stands there
   */
  private record Judge(SecretKeys keys, List<PathPattern> allowed, boolean isDeployed) {

    static Judge of(RuleParameters parameters, boolean isDeployed) {
      return new Judge(
          new SecretKeys(parameters.strings("keys")),
          PathPattern.all(parameters.strings("allowed")),
          isDeployed);
    }

    Optional<String> what(String key, ValuePath path, GoScalar content) {
      return found(key, path, content).filter(_ -> !PathPattern.anyMatches(allowed, path));
    }

    private Optional<String> found(String key, ValuePath path, GoScalar content) {
      return switch (content) {
        case GoScalar.Text(String text) -> ofText(key, path, text);
        case GoScalar.Int64 _ ->
            SecretKeys.isPassword(key) && isDeployed && keys.contain(key, path)
                ? Optional.of("a secret")
                : Optional.empty();
        case GoScalar.Nil _, GoScalar.Bool _, GoScalar.Float64 _ -> Optional.empty();
      };
    }

    private Optional<String> ofText(String key, ValuePath path, String text) {
      String inUrl = SecretText.urlPassword(text);
      if (!inUrl.isEmpty() && !SecretText.isReference(inUrl) && isReal(inUrl, isDeployed)) {
        return Optional.of("a URL with a password");
      }
      if (SecretText.isReference(text)) {
        return Optional.empty();
      }
      if (SecretText.isIssued(text)) {
        return Optional.of("a secret");
      }
      boolean anyText = isDeployed && SecretKeys.isPassword(key);
      return keys.contain(key, path) && isReal(text, anyText)
          ? Optional.of("a secret")
          : Optional.empty();
    }

    private static boolean isReal(String text, boolean anyText) {
      return anyText
          ? !SecretText.isBlank(text)
          : SecretText.isRandom(text) && !SecretText.isExample(text);
    }
  }
}
