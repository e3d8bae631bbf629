package dev.plimsoll.cel.rule;

import dev.plimsoll.cel.program.RuleOutcome;
import dev.plimsoll.cel.value.CelValues;
import dev.plimsoll.cel.value.FieldRead;
import dev.plimsoll.cel.value.YamlView;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Applies a rule in CEL to every object of the estate.
 *
 * <p>An expression of a built-in rule that fails says nothing: what is no container or has a field
 * of another type is reported by the schemas of Kubernetes. Of a rule of the project nobody knows
 * why it fails, so the objects that it could not judge are not checked.
 */
public final class ObjectRuleCheck implements Rule {

  private static final String OBJECT = "object";
  private static final String POD = "pod";
  private static final String PARAMS = "params";
  private static final String SUBJECT = "subject";

  private final ObjectRule rule;
  private final @Nullable FailurePlaces places;

  /** A built-in rule. */
  public ObjectRuleCheck(ObjectRule rule) {
    this(rule, null);
  }

  private ObjectRuleCheck(ObjectRule rule, @Nullable FailurePlaces places) {
    this.rule = rule;
    this.places = places;
  }

  /** A rule of the project. */
  public static ObjectRuleCheck own(ObjectRule rule, FailurePlaces places) {
    return new ObjectRuleCheck(rule, places);
  }

  @Override
  public RuleId id() {
    return rule.id();
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    ObjectFindings findings = new ObjectFindings(rule.id());
    Optional<RuleFailures> failures = Optional.ofNullable(places).map(RuleFailures::new);
    Object params = CelValues.of(context.parameters().values());
    Surroundings surroundings = new Surroundings(context.objects());
    for (ReleaseObjects release : context.objects().releases()) {
      for (KubernetesObject object : release.objects()) {
        if (rule.isAbout(object)) {
          for (Each.Part part : rule.each().of(object, rule.longRunning())) {
            judge(release, object, part, params, surroundings, findings, failures);
          }
        }
      }
    }
    findings.reportTo(sink);
    failures.ifPresent(found -> found.reportTo(rule.id(), sink));
  }

  private void judge(
      ReleaseObjects release,
      KubernetesObject object,
      Each.Part part,
      Object params,
      Surroundings surroundings,
      ObjectFindings findings,
      Optional<RuleFailures> failures) {
    // An expression may name a variable many times, and each view of a document reads its keys.
    Map<String, Object> known = new HashMap<>();
    List<Affected> cells = release.cells();
    Optional<Affected> first = cells.stream().findFirst();
    boolean[] isOfCell = {false};
    Function<String, @Nullable Object> values =
        asked -> {
          isOfCell[0] |= Surroundings.isOfCell(asked);
          return known.computeIfAbsent(
              asked, name -> value(name, release, first, object, part, params, surroundings));
        };
    RuleOutcome outcome = rule.rule().evaluate(values);
    // What did not ask for the environment says the same in all of them.
    report(release, object, part, outcome, isOfCell[0] ? first.stream().toList() : cells, findings);
    failures.ifPresent(found -> found.add(outcome, part.subject(), cells));
    if (isOfCell[0]) {
      for (Affected cell : cells.subList(Math.min(1, cells.size()), cells.size())) {
        RuleOutcome there =
            rule.rule()
                .evaluate(name ->
                    Surroundings.isOfCell(name)
                        ? surroundings.get(name, release, Optional.of(cell))
                        : values.apply(name));
        report(release, object, part, there, List.of(cell), findings);
        failures.ifPresent(found -> found.add(there, part.subject(), List.of(cell)));
      }
    }
  }

  private void report(
      ReleaseObjects release,
      KubernetesObject object,
      Each.Part part,
      RuleOutcome outcome,
      List<Affected> cells,
      ObjectFindings findings) {
    if (outcome instanceof RuleOutcome.Judged(List<RuleOutcome.Verdict> verdicts)) {
      for (RuleOutcome.Verdict verdict : verdicts) {
        if (verdict instanceof RuleOutcome.Verdict.Violated violated) {
          Field place = place(object, part, violated);
          findings.add(findings.at(release, place, sentence(violated.message())), cells);
        }
      }
    }
  }

  private @Nullable Object value(
      String name,
      ReleaseObjects release,
      Optional<Affected> cell,
      KubernetesObject object,
      Each.Part part,
      Object params,
      Surroundings surroundings) {
    if (name.equals(rule.each().variable())) {
      return YamlView.of(part.field().node().orElse(null), name);
    }
    return switch (name) {
      case OBJECT -> YamlView.of(object.root().node().orElse(null), OBJECT);
      case POD -> part.pod().map(pod -> YamlView.of(pod.node().orElse(null), POD)).orElse(null);
      case PARAMS -> params;
      case SUBJECT -> part.subject();
      default -> surroundings.get(name, release, cell);
    };
  }

  private Field place(
      KubernetesObject object, Each.Part part, RuleOutcome.Verdict.Violated violated) {
    List<String> paths = rule.places().get(violated.validation());
    for (String path : paths) {
      Field field = at(path, part);
      if (field.exists()) {
        return field;
      }
    }
    if (!paths.isEmpty()) {
      return at(paths.getFirst(), part);
    }
    for (FieldRead read : violated.reads().reversed()) {
      if (read.variable().equals(rule.each().variable())) {
        return part.field().at(read.path());
      }
      if (read.variable().equals(POD) && part.pod().isPresent()) {
        return part.pod().get().at(read.path());
      }
      if (read.variable().equals(OBJECT)) {
        return object.root().at(read.path());
      }
    }
    return part.field();
  }

  /** A path below the part, or below its pod if it begins with that. */
  private static Field at(String path, Each.Part part) {
    return path.startsWith(POD + ".") && part.pod().isPresent()
        ? part.pod().get().at(path.substring(POD.length() + 1))
        : part.field().at(path);
  }

  private static String sentence(String message) {
    return message.isEmpty()
        ? message
        : Character.toUpperCase(message.charAt(0)) + message.substring(1);
  }
}
