package dev.plimsoll.rules.values;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.rules.estate.EditableFile;
import dev.plimsoll.rules.estate.EstateShelf;
import dev.plimsoll.rules.estate.FileRule;
import dev.plimsoll.rules.estate.HelmfileLeaves;
import dev.plimsoll.rules.estate.SopsFile;
import dev.plimsoll.rules.estate.YamlWalk;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.ValuePath;
import dev.plimsoll.yaml.ScalarStyle;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;

/** A plain number that Helm reads, or prints, as something else than what stands there. */
public final class LossyYamlNumber extends FileRule {

  private static final RuleId ID = new RuleId("lossy-yaml-number");

  /**
   * @param shelf shared by the rules that look at the same estate
   */
  public LossyYamlNumber(EstateShelf shelf) {
    super(shelf);
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  protected void check(EditableFile file, RuleParameters parameters, DiagnosticSink sink) {
    VersionKeys versionKeys = new VersionKeys(parameters.strings("versionKeys"));
    YamlWalk.visit(
        file.yaml(), (key, path, scalar) -> look(file, versionKeys, key, path, scalar, sink));
  }

  /**
   * Helmfile reads the values of environments and inline ones; templates print them as Helm's do.
   */
  @Override
  protected void checkRest(RuleContext context, List<EditableFile> files, DiagnosticSink sink) {
    VersionKeys versionKeys = new VersionKeys(context.parameters().strings("versionKeys"));
    HelmfileLeaves.visit(context.estate(), files, leaf -> look(versionKeys, leaf, sink));
  }

  private static void look(VersionKeys versionKeys, HelmfileLeaves.Leaf leaf, DiagnosticSink sink) {
    SourceFile written = new SourceFile(leaf.location().file().path(), leaf.written());
    if (YamlParser.parse(written).firstRoot() instanceof YamlScalar scalar
        && scalar.style() == ScalarStyle.PLAIN
        && scalar.tag() == null
        && isLostByHelmfile(scalar)) {
      boolean isVersion = versionKeys.contain(leaf.key(), leaf.path());
      NumberLoss.of(scalar, leaf.key(), isVersion)
          .map(loss -> diagnostic(leaf.location(), scalar, isVersion, loss))
          .ifPresent(found -> sink.report(found.withAffects(leaf.affects())));
    }
  }

  /** Helmfile keeps every digit of a whole number, and takes a zero in front for octal as well. */
  private static boolean isLostByHelmfile(YamlScalar scalar) {
    return !(scalar.value() instanceof ScalarValue.Int) || scalar.text().startsWith("0");
  }

  private static void look(
      EditableFile file,
      VersionKeys versionKeys,
      String key,
      ValuePath path,
      YamlScalar scalar,
      DiagnosticSink sink) {
    // The metadata that sops writes holds no values.
    boolean isSops = SopsFile.isMetadata(path);
    if (scalar.style() != ScalarStyle.PLAIN || scalar.tag() != null || isSops) {
      return;
    }
    boolean isVersion = versionKeys.contain(key, path);
    Location place = file.source().at(scalar.span());
    NumberLoss.of(scalar, key, isVersion)
        .ifPresent(loss ->
            sink.report(diagnostic(place, scalar, isVersion, loss).withAffects(file.affects())));
  }

  private static Diagnostic diagnostic(
      Location place, YamlScalar scalar, boolean isVersion, String loss) {
    String quoted = '"' + scalar.text() + '"';
    Fix.Applicability applicability = isVersion ? Fix.Applicability.SAFE : Fix.Applicability.UNSAFE;
    return Diagnostic.of(ID, place, loss)
        .withFix(
            new Fix("Write `" + quoted + "`", applicability, List.of(new TextEdit(place, quoted))));
  }
}
