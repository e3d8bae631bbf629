package dev.plimsoll.cel.rule;

import dev.plimsoll.cel.program.RuleOutcome;
import dev.plimsoll.cel.value.CelValues;
import dev.plimsoll.cel.value.FieldRead;
import dev.plimsoll.cel.value.YamlView;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Applies a rule in CEL to every object of the estate. An expression that fails says nothing: what
 * is no container or has a field of another type is reported by the schemas of Kubernetes.
 */
public final class ObjectRuleCheck implements Rule {

  private static final String OBJECT = "object";
  private static final String POD = "pod";
  private static final String PARAMS = "params";
  private static final String SUBJECT = "subject";

  private final ObjectRule rule;

  /** What the objects of the last estate were found to be; the expressions see nothing else. */
  private IdentityHashMap<KubernetesObject, List<Found>> known = new IdentityHashMap<>();

  private Map<String, Object> knownParameters = Map.of();

  /** A place with what is wrong there. */
  private record Found(Field place, String message) {}

  public ObjectRuleCheck(ObjectRule rule) {
    this.rule = rule;
  }

  @Override
  public RuleId id() {
    return rule.id();
  }

  @Override
  public synchronized void check(RuleContext context, DiagnosticSink sink) {
    ObjectFindings findings = new ObjectFindings(rule.id());
    Map<String, Object> parameters = context.parameters().values();
    Object params = CelValues.of(parameters);
    if (!parameters.equals(knownParameters)) {
      known = new IdentityHashMap<>();
      knownParameters = parameters;
    }
    IdentityHashMap<KubernetesObject, List<Found>> now = new IdentityHashMap<>();
    for (ReleaseObjects release : context.objects().releases()) {
      for (KubernetesObject object : release.objects()) {
        if (rule.isAbout(object)) {
          List<Found> before = known.get(object);
          List<Found> found = before == null ? judge(object, params) : before;
          now.put(object, found);
          found.forEach(each -> findings.add(release, each.place(), each.message()));
        }
      }
    }
    known = now;
    findings.reportTo(sink);
  }

  private List<Found> judge(KubernetesObject object, Object params) {
    List<Found> found = new ArrayList<>();
    for (Each.Part part : rule.each().of(object, rule.longRunning())) {
      judge(object, part, params, found);
    }
    return List.copyOf(found);
  }

  private void judge(KubernetesObject object, Each.Part part, Object params, List<Found> found) {
    // An expression may name a variable many times, and each view of a document reads its keys.
    Map<String, Object> known = new HashMap<>();
    RuleOutcome outcome =
        rule.rule()
            .evaluate(
                name -> known.computeIfAbsent(name, asked -> value(asked, object, part, params)));
    if (outcome instanceof RuleOutcome.Judged(List<RuleOutcome.Verdict> verdicts)) {
      for (RuleOutcome.Verdict verdict : verdicts) {
        if (verdict instanceof RuleOutcome.Verdict.Violated violated) {
          Field place = place(object, part, violated);
          found.add(new Found(place, sentence(violated.message())));
        }
      }
    }
  }

  private @Nullable Object value(
      String name, KubernetesObject object, Each.Part part, Object params) {
    if (name.equals(rule.each().variable())) {
      return YamlView.of(part.field().node().orElse(null), name);
    }
    return switch (name) {
      case OBJECT -> YamlView.of(object.root().node().orElse(null), OBJECT);
      case POD -> part.pod().map(pod -> YamlView.of(pod.node().orElse(null), POD)).orElse(null);
      case PARAMS -> params;
      case SUBJECT -> part.subject();
      default -> null;
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
