package dev.plimsoll.cel.rule;

import dev.plimsoll.cel.program.RuleOutcome;
import dev.plimsoll.cel.value.CelValues;
import dev.plimsoll.cel.value.FieldRead;
import dev.plimsoll.cel.value.YamlView;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
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

  /** What the objects of the last estate were found to be; the expressions see nothing else. */
  private IdentityHashMap<KubernetesObject, List<Found>> known = new IdentityHashMap<>();

  /** What was said of releases of which nothing but their objects decided. */
  private IdentityHashMap<ReleaseObjects, List<Diagnostic>> knownReleases = new IdentityHashMap<>();

  private Map<String, Object> knownParameters = Map.of();

  /** A place with what is wrong there. */
  private record Found(Field place, String message, Optional<Wanted> wanted) {

    Diagnostic in(ReleaseObjects release, ObjectFindings findings) {
      return findings.at(release, place, message, wanted);
    }
  }

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
  public synchronized void check(RuleContext context, DiagnosticSink sink) {
    ObjectFindings findings = new ObjectFindings(rule.id());
    Optional<RuleFailures> failures = Optional.ofNullable(places).map(RuleFailures::new);
    Map<String, Object> parameters = context.parameters().values();
    Object params = CelValues.of(parameters);
    Surroundings surroundings = new Surroundings(context.objects());
    if (!parameters.equals(knownParameters)) {
      known = new IdentityHashMap<>();
      knownReleases = new IdentityHashMap<>();
      knownParameters = parameters;
    }
    IdentityHashMap<KubernetesObject, List<Found>> now = new IdentityHashMap<>();
    IdentityHashMap<ReleaseObjects, List<Diagnostic>> nowReleases = new IdentityHashMap<>();
    for (ReleaseObjects release : context.objects().releases()) {
      List<Diagnostic> before = knownReleases.get(release);
      if (before == null) {
        before =
            check(
                release,
                object -> new Judgement(release, object, params, surroundings, findings, failures),
                now,
                findings);
      } else {
        before.forEach(each -> findings.add(each, release.cells()));
      }
      if (before != null) {
        nowReleases.put(release, before);
      }
    }
    knownReleases = nowReleases;
    known = now;
    findings.reportTo(sink);
    failures.ifPresent(found -> found.reportTo(rule.id(), sink));
  }

  /**
   * Looks at the objects of a release.
   *
   * @param now takes what was found of objects, where nothing but they decided
   * @return everything that was said; null if more than the objects decided
   */
  private @Nullable List<Diagnostic> check(
      ReleaseObjects release,
      Function<KubernetesObject, Judgement> judge,
      IdentityHashMap<KubernetesObject, List<Found>> now,
      ObjectFindings findings) {
    List<Diagnostic> all = new ArrayList<>();
    boolean isAlone = true;
    for (KubernetesObject object : release.objects()) {
      List<Found> before = known.get(object);
      if (before != null) {
        now.put(object, before);
        for (Found each : before) {
          Diagnostic said = each.in(release, findings);
          all.add(said);
          findings.add(said, release.cells());
        }
      } else if (rule.isAbout(object)) {
        Judgement judgement = judge.apply(object);
        for (Each.Part part : rule.each().of(object, rule.longRunning())) {
          judgement.judge(part);
        }
        Optional<List<Found>> alone = judgement.alone();
        if (alone.isPresent()) {
          now.put(object, alone.get());
        }
        all.addAll(judgement.said());
        isAlone &= alone.isPresent();
      }
    }
    return isAlone ? List.copyOf(all) : null;
  }

  /** What the rule says of one object. */
  private final class Judgement {

    private final ReleaseObjects release;
    private final KubernetesObject object;
    private final Object params;
    private final Surroundings surroundings;
    private final ObjectFindings findings;
    private final Optional<RuleFailures> failures;
    private final List<Found> found = new ArrayList<>();
    private final List<Diagnostic> said = new ArrayList<>();

    /** Whether an expression looked at more than the object. */
    private boolean isOfSurroundings;

    /** Whether an expression looked at what differs between the cells of the release. */
    private boolean isOfCell;

    Judgement(
        ReleaseObjects release,
        KubernetesObject object,
        Object params,
        Surroundings surroundings,
        ObjectFindings findings,
        Optional<RuleFailures> failures) {
      this.release = release;
      this.object = object;
      this.params = params;
      this.surroundings = surroundings;
      this.findings = findings;
      this.failures = failures;
    }

    /** What was found, if nothing but the object decided. */
    Optional<List<Found>> alone() {
      boolean isAlone = !isOfSurroundings && failures.isEmpty();
      return isAlone ? Optional.of(List.copyOf(found)) : Optional.empty();
    }

    List<Diagnostic> said() {
      return said;
    }

    void judge(Each.Part part) {
      // An expression may name a variable many times, and each view of a document reads its keys.
      Map<String, Object> values = new HashMap<>();
      List<Affected> cells = release.cells();
      Optional<Affected> first = cells.stream().findFirst();
      isOfCell = false;
      Function<String, @Nullable Object> ofFirst =
          asked -> values.computeIfAbsent(asked, name -> value(name, first, part));
      // What did not ask for the environment says the same in all of them.
      RuleOutcome outcome = rule.rule().evaluate(ofFirst);
      report(part, outcome, isOfCell ? first.stream().toList() : cells);
      failures.ifPresent(said -> said.add(outcome, part.subject(), cells));
      if (isOfCell) {
        for (Affected cell : cells.subList(Math.min(1, cells.size()), cells.size())) {
          RuleOutcome there =
              rule.rule()
                  .evaluate(name ->
                      Surroundings.isOfCell(name)
                          ? surroundings.get(name, release, Optional.of(cell))
                          : ofFirst.apply(name));
          report(part, there, List.of(cell));
          failures.ifPresent(said -> said.add(there, part.subject(), List.of(cell)));
        }
      }
    }

    private void report(Each.Part part, RuleOutcome outcome, List<Affected> cells) {
      if (outcome instanceof RuleOutcome.Judged(List<RuleOutcome.Verdict> verdicts)) {
        for (RuleOutcome.Verdict verdict : verdicts) {
          if (verdict instanceof RuleOutcome.Verdict.Violated violated) {
            Found each = found(part, violated);
            found.add(each);
            Diagnostic diagnostic = each.in(release, findings);
            said.add(diagnostic);
            findings.add(diagnostic, cells);
          }
        }
      }
    }

    private Found found(Each.Part part, RuleOutcome.Verdict.Violated violated) {
      Field place = place(object, part, violated);
      return new Found(
          place,
          sentence(violated.message()),
          rule.wanted().get(violated.validation()).filter(_ -> isMeant(place, violated)));
    }

    private @Nullable Object value(String name, Optional<Affected> cell, Each.Part part) {
      if (name.equals(rule.each().variable())) {
        return YamlView.ofObject(part.field().node().orElse(null), name);
      }
      return switch (name) {
        case OBJECT -> YamlView.ofObject(object.root().node().orElse(null), OBJECT);
        case POD ->
            part.pod().map(pod -> YamlView.ofObject(pod.node().orElse(null), POD)).orElse(null);
        case PARAMS -> params;
        case SUBJECT -> part.subject();
        default -> {
          isOfSurroundings = true;
          isOfCell |= Surroundings.isOfCell(name);
          yield surroundings.get(name, release, cell);
        }
      };
    }
  }

  /** A fix says what the first of the places should be, and others of that name. */
  private boolean isMeant(Field place, RuleOutcome.Verdict.Violated violated) {
    List<String> paths = rule.places().get(violated.validation());
    return paths.isEmpty() || place.object().root().at(paths.getFirst()).key().equals(place.key());
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
