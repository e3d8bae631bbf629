package dev.plimsoll.rules.values;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.rules.estate.EditableFile;
import dev.plimsoll.rules.estate.EstateShelf;
import dev.plimsoll.rules.estate.FileRule;
import dev.plimsoll.rules.estate.YamlWalk;
import dev.plimsoll.source.Location;
import dev.plimsoll.values.ValuePath;
import dev.plimsoll.yaml.ScalarStyle;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A word that YAML 1.1 alone takes for a boolean. */
public final class AmbiguousYamlBoolean extends FileRule {

  private static final RuleId ID = new RuleId("ambiguous-yaml-boolean");

  private static final Set<String> CLEAR = Set.of("true", "false");

  /** Nobody writes these for anything but a switch, so spelling them out keeps what was meant. */
  private static final Set<String> SWITCHES = Set.of("on", "off", "yes", "no");

  /**
   * @param shelf shared by the rules that look at the same estate
   */
  public AmbiguousYamlBoolean(EstateShelf shelf) {
    super(shelf);
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  protected void check(EditableFile file, RuleParameters parameters, DiagnosticSink sink) {
    YamlWalk.visit(file.yaml(), new Scalars(file, sink));
  }

  private record Scalars(EditableFile file, DiagnosticSink sink) implements YamlWalk.Visitor {

    @Override
    public void scalar(String key, ValuePath path, YamlScalar scalar) {
      if (!isAmbiguous(scalar)) {
        return;
      }
      String read = read(scalar);
      Fix.Applicability spelling =
          SWITCHES.contains(scalar.text()) ? Fix.Applicability.SAFE : Fix.Applicability.UNSAFE;
      String message =
          "Helm reads `%s` as the boolean `%s`; write `%s`, or quotes if the text is meant."
              .formatted(scalar.text(), read, read);
      report(scalar, message, replace(scalar, read, spelling), quote(scalar));
    }

    @Override
    public void mapping(YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        if (entry.key() instanceof YamlScalar key && isAmbiguous(key)) {
          String message =
              "Helm reads the key `%s` as `%s`; quotes keep it as it is written."
                  .formatted(key.text(), read(key));
          report(key, message, quote(key));
        }
      }
    }

    private void report(YamlScalar scalar, String message, Fix... fixes) {
      Diagnostic diagnostic = Diagnostic.of(ID, place(scalar), message).withAffects(file.affects());
      for (Fix fix : fixes) {
        diagnostic = diagnostic.withFix(fix);
      }
      sink.report(diagnostic);
    }

    private Fix replace(YamlScalar scalar, String text, Fix.Applicability applicability) {
      return new Fix(
          "Write `" + text + "`", applicability, List.of(new TextEdit(place(scalar), text)));
    }

    private Fix quote(YamlScalar scalar) {
      return replace(scalar, '"' + scalar.text() + '"', Fix.Applicability.UNSAFE);
    }

    private Location place(YamlScalar scalar) {
      return file.source().at(scalar.span());
    }
  }

  private static boolean isAmbiguous(YamlScalar scalar) {
    return scalar.style() == ScalarStyle.PLAIN
        && scalar.tag() == null
        && scalar.value() instanceof ScalarValue.Bool
        && !CLEAR.contains(scalar.text().toLowerCase(Locale.ROOT));
  }

  private static String read(YamlScalar scalar) {
    return scalar.value() instanceof ScalarValue.Bool(boolean value) ? String.valueOf(value) : "";
  }
}
