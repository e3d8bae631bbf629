package dev.plimsoll.rules.values;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.rules.estate.EditableFile;
import dev.plimsoll.rules.estate.EstateShelf;
import dev.plimsoll.rules.estate.FileRule;
import dev.plimsoll.rules.estate.YamlWalk;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.ValuePath;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlScalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A key that stands twice in one mapping of values or of {@code Chart.yaml}: go-yaml v2 takes the
 * last.
 */
public final class DuplicateKey extends FileRule {

  private static final RuleId ID = new RuleId("duplicate-key");

  /**
   * @param shelf shared by the rules that look at the same estate
   */
  public DuplicateKey(EstateShelf shelf) {
    super(shelf);
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  protected void check(EditableFile file, RuleParameters parameters, DiagnosticSink sink) {
    YamlWalk.visit(file.yaml(), new Mappings(file.source(), file.affects(), sink));
  }

  @Override
  protected void checkRest(RuleContext context, List<EditableFile> files, DiagnosticSink sink) {
    for (Chart chart : context.estate().charts()) {
      SourceFile file = chart.chartYaml().source();
      List<Affected> users =
          context.estate().releases().stream()
              .filter(release -> release.chart().path().equals(chart.path()))
              .map(ReleaseInstance::cell)
              .toList();
      YamlWalk.visit(chart.chartYaml(), new Mappings(file, users, sink));
    }
  }

  private record Mappings(SourceFile file, List<Affected> affects, DiagnosticSink sink)
      implements YamlWalk.Visitor {

    @Override
    public void scalar(String key, ValuePath path, YamlScalar scalar) {}

    @Override
    public void mapping(YamlMapping mapping) {
      Map<String, YamlEntry> seen = HashMap.newHashMap(mapping.entries().size());
      for (YamlEntry entry : mapping.entries()) {
        if (!entry.isMerge()) {
          entry.keyText().ifPresent(key -> look(key, entry, seen));
        }
      }
    }

    private void look(String key, YamlEntry entry, Map<String, YamlEntry> seen) {
      YamlEntry earlier = seen.put(key, entry);
      if (earlier == null) {
        return;
      }
      String message =
          "`%s` stands here a second time; Helm takes the last and drops what stands before it."
              .formatted(key);
      sink.report(
          Diagnostic.of(ID, file.at(entry.key().span()), message)
              .withRelated(
                  RelatedLocation.Role.DEFINITION,
                  file.at(earlier.key().span()),
                  "This one has no effect.")
              .withAffects(affects));
    }
  }
}
