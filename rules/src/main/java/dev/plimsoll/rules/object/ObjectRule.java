package dev.plimsoll.rules.object;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.kubernetes.ObjectRules;
import dev.plimsoll.kubernetes.Violation;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rules.object.ObjectVerdicts.Judged;
import java.util.ArrayList;
import java.util.List;

/** One of the things that an API server may say of an object. */
public final class ObjectRule implements Rule {

  private final RuleId id;
  private final ObjectVerdicts verdicts;

  private ObjectRule(RuleId id, ObjectVerdicts verdicts) {
    this.id = id;
    this.verdicts = verdicts;
  }

  /** All of them. */
  public static List<Rule> all() {
    ObjectVerdicts verdicts = new ObjectVerdicts();
    List<Rule> rules = new ArrayList<>();
    for (RuleId id : ObjectRules.all()) {
      rules.add(new ObjectRule(id, verdicts));
    }
    return rules;
  }

  @Override
  public RuleId id() {
    return id;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    ObjectFindings findings = new ObjectFindings(id);
    NotCompared unknown = new NotCompared();
    boolean isOfUnknownKinds = id.equals(ObjectRules.UNKNOWN_KIND);
    for (Judged judged : verdicts.of(context)) {
      for (Violation violation : judged.verdict().violations()) {
        if (violation.rule().equals(id)) {
          findings.add(diagnostic(findings, judged, violation), judged.release().cells());
        }
      }
      if (isOfUnknownKinds) {
        unknown.add(judged);
      }
    }
    findings.reportTo(sink);
    unknown.reportTo(sink);
  }

  private static Diagnostic diagnostic(
      ObjectFindings findings, Judged judged, Violation violation) {
    Field field = judged.object().root().at(violation.path());
    Diagnostic found =
        violation.place() == Violation.Place.KEY
            ? findings.atKey(judged.release(), field, violation.message())
            : findings.at(judged.release(), field, violation.message());
    return violation.rule().equals(ObjectRules.REQUEST_ABOVE_LIMIT)
        ? RequestFix.offer(findings, judged.release(), field, found)
        : ViolationFix.of(violation, field).map(found::withFix).orElse(found);
  }
}
