package dev.plimsoll.cel.rule;

import dev.plimsoll.cel.policy.AdmissionContext;
import dev.plimsoll.cel.policy.AdmissionObject;
import dev.plimsoll.cel.policy.VapBinding;
import dev.plimsoll.cel.policy.VapDecision;
import dev.plimsoll.cel.policy.VapPolicy;
import dev.plimsoll.cel.value.FieldRead;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.Order;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code ValidatingAdmissionPolicy} will say of every object, before the API server says it.
 * Namespaces and parameters are those of the same environment and cluster, and those beside the
 * policy.
 */
public final class AdmissionPolicyCheck implements Rule {

  private static final String OBJECT = "object";

  /** What is looked up and not judged: reads of it point nowhere. */
  private static final String OTHER = "other";

  private static final String NAMESPACE = "Namespace";

  private final RuleId id;
  private final VapPolicy policy;
  private final List<VapBinding> bindings;
  private final List<AdmissionObject> beside;

  /**
   * @param bindings of this policy
   * @param beside objects that lie with the policies, such as their parameters
   */
  public AdmissionPolicyCheck(
      RuleId id, VapPolicy policy, List<VapBinding> bindings, List<AdmissionObject> beside) {
    this.id = id;
    this.policy = policy;
    // The same said twice is said as the worse of both.
    this.bindings = bindings.stream().sorted(Order.by(AdmissionPolicyCheck::severity)).toList();
    this.beside = List.copyOf(beside);
  }

  @Override
  public RuleId id() {
    return id;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    ObjectFindings findings = new ObjectFindings(id);
    RuleFailures failures = new RuleFailures(new FailurePlaces(policy.location(), List.of()));
    for (ClusterObjects cluster : context.objects().clusters()) {
      AdmissionContext known = context(cluster);
      for (Placed placed : cluster.all()) {
        if (!placed.object().isTest()) {
          judge(cluster, placed, known, findings, failures);
        }
      }
    }
    findings.reportTo(sink);
    failures.reportTo(id, sink);
  }

  private AdmissionContext context(ClusterObjects cluster) {
    List<AdmissionObject> objects = new ArrayList<>(beside);
    for (Placed placed : cluster.all()) {
      boolean isParam =
          policy
              .params()
              .filter(kind ->
                  kind.kind().equals(placed.object().kind())
                      && kind.group().equals(placed.object().group()))
              .isPresent();
      if (isParam || placed.object().kind().equals(NAMESPACE)) {
        AdmissionObject object = admitted(placed, OTHER);
        if (object != null) {
          objects.add(object);
        }
      }
    }
    return new AdmissionContext(objects, false, false);
  }

  private static @Nullable AdmissionObject admitted(Placed placed, String variable) {
    return AdmissionObject.of(
        placed.object().root().node().orElse(null), placed.namespace(), variable);
  }

  private void judge(
      ClusterObjects cluster,
      Placed placed,
      AdmissionContext known,
      ObjectFindings findings,
      RuleFailures failures) {
    AdmissionObject object = admitted(placed, OBJECT);
    if (object == null) {
      return;
    }
    AdmissionObject full = object.withServerDefaults();
    List<Affected> cells = cluster.cells(placed.release());
    for (VapBinding binding : bindings) {
      switch (policy.evaluate(full, binding, known)) {
        case VapDecision.NotMatched _, VapDecision.Allowed _ -> {}
        case VapDecision.Denied(List<VapDecision.Violation> violations) ->
            violations.forEach(each -> add(placed, binding, each, cells, findings));
        case VapDecision.Reported(List<VapDecision.Violation> violations) ->
            violations.forEach(each -> add(placed, binding, each, cells, findings));
        case VapDecision.NotDecided(String why) ->
            failures.addUndecided(why, placed.object().title(), cells);
      }
    }
  }

  private static void add(
      Placed placed,
      VapBinding binding,
      VapDecision.Violation violation,
      List<Affected> cells,
      ObjectFindings findings) {
    Field place = place(placed.object(), violation.reads());
    findings.add(
        findings
            .at(placed.release(), place, sentence(placed.object(), violation.message()))
            .withSeverity(severity(binding)),
        cells);
  }

  private static Field place(KubernetesObject object, List<FieldRead> reads) {
    for (FieldRead read : reads.reversed()) {
      if (read.variable().equals(OBJECT)) {
        return object.root().at(read.path());
      }
    }
    return object.root();
  }

  /** The words of the policy, which the API server puts behind its own. */
  private static String sentence(KubernetesObject object, String message) {
    String text = object.title() + ": " + message.strip();
    return text.endsWith(".") ? text : text + ".";
  }

  private static Severity severity(VapBinding binding) {
    if (binding.denies()) {
      return Severity.ERROR;
    }
    return binding.actions().contains("Warn") ? Severity.WARNING : Severity.INFO;
  }
}
