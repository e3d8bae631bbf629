package dev.plimsoll.rules;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rule.RuleTag;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The catalogue in one text, a line per rule and a tab between fields. It is generated from the
 * {@code rule.yaml} files, because a command line that starts in tenths of a second has no time to
 * parse them.
 *
 * <p>Fields: id, category, a severity per profile (or {@code off}), fixable, tag, aliases, links,
 * summary, why, fine, then name, type, default and description of each parameter. Aliases and links
 * are separated by blanks.
 */
final class CatalogIndex {

  private static final String TAB = "\t";
  private static final String OFF = "off";
  private static final int FIXED_FIELDS = 10;
  private static final int PARAMETER_FIELDS = 4;

  private CatalogIndex() {}

  static List<RuleMetadata> read(String index) {
    return index.lines().map(CatalogIndex::rule).toList();
  }

  static String write(List<RuleMetadata> rules) {
    StringBuilder index = new StringBuilder();
    for (RuleMetadata rule : rules) {
      index.append(String.join(TAB, fields(rule))).append('\n');
    }
    return index.toString();
  }

  private static RuleMetadata rule(String line) {
    String[] fields = line.split(TAB, -1);
    List<RuleMetadata.Parameter> parameters = new ArrayList<>();
    for (int i = FIXED_FIELDS; i < fields.length; i += PARAMETER_FIELDS) {
      parameters.add(
          new RuleMetadata.Parameter(fields[i], fields[i + 1], fields[i + 2], fields[i + 3]));
    }
    return new RuleMetadata(
        new RuleId(fields[0]),
        words(fields[5]),
        fields[1],
        severities(fields[2]),
        fields[7],
        fields[8],
        fields[9],
        words(fields[6]),
        parameters,
        fields[3].equals("true"),
        RuleTag.parse(fields[4]));
  }

  private static List<String> fields(RuleMetadata rule) {
    List<String> severities = new ArrayList<>();
    for (Profile profile : Profile.values()) {
      severities.add(rule.severity(profile).map(Severity::label).orElse(OFF));
    }
    List<String> fields = new ArrayList<>();
    fields.add(rule.id().value());
    fields.add(rule.category());
    fields.add(String.join(" ", severities));
    fields.add(Boolean.toString(rule.fixable()));
    fields.add(rule.tag().map(RuleTag::label).orElse(""));
    fields.add(String.join(" ", rule.aliases()));
    fields.add(String.join(" ", rule.links()));
    fields.add(rule.summary());
    fields.add(rule.why());
    fields.add(rule.fine());
    for (RuleMetadata.Parameter parameter : rule.parameters()) {
      fields.add(parameter.name());
      fields.add(parameter.type());
      fields.add(parameter.defaultValue());
      fields.add(parameter.description());
    }
    return fields;
  }

  private static Map<Profile, Severity> severities(String field) {
    Iterator<String> labels = words(field).iterator();
    Map<Profile, Severity> severities = new EnumMap<>(Profile.class);
    for (Profile profile : Profile.values()) {
      Severity.parse(labels.next()).ifPresent(severity -> severities.put(profile, severity));
    }
    return severities;
  }

  private static List<String> words(String field) {
    return field.isEmpty() ? List.of() : List.of(field.split(" "));
  }
}
