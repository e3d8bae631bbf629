package dev.plimsoll.cel.policy;

import dev.plimsoll.cel.policy.VapDecision.Violation;
import dev.plimsoll.cel.program.RuleOutcome;
import dev.plimsoll.cel.value.CelNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One evaluation of a policy with a binding. */
final class VapEvaluation {

  private final VapPolicy policy;
  private final VapBinding binding;
  private final AdmissionObject object;
  private final AdmissionContext context;
  private final List<Violation> violations = new ArrayList<>();
  private @Nullable String unknown;

  VapEvaluation(
      VapPolicy policy, VapBinding binding, AdmissionObject object, AdmissionContext context) {
    this.policy = policy;
    this.binding = binding;
    this.object = object;
    this.context = context;
  }

  VapDecision decide() {
    if (isExempt()) {
      return new VapDecision.NotMatched();
    }
    MatchResources.Match byPolicy = policy.match().match(object, context);
    MatchResources.Match byBinding = binding.match().match(object, context);
    if (byPolicy == MatchResources.Match.NO || byBinding == MatchResources.Match.NO) {
      return new VapDecision.NotMatched();
    }
    if (byPolicy == MatchResources.Match.OTHER_VERSION
        || byBinding == MatchResources.Match.OTHER_VERSION) {
      return new VapDecision.NotDecided("the object in another version of its API");
    }
    if (byPolicy == MatchResources.Match.NAMESPACE_UNKNOWN
        || byBinding == MatchResources.Match.NAMESPACE_UNKNOWN) {
      return new VapDecision.NotDecided("the labels of the namespace");
    }
    judge();
    if (!violations.isEmpty()) {
      return binding.denies()
          ? new VapDecision.Denied(violations)
          : new VapDecision.Reported(violations);
    }
    return unknown == null ? new VapDecision.Allowed() : new VapDecision.NotDecided(unknown);
  }

  /** Nobody can lock themselves out of changing policies. */
  private boolean isExempt() {
    return object.kind().group().equals("admissionregistration.k8s.io")
        && object.kind().kind().contains("AdmissionPolicy");
  }

  private void judge() {
    Optional<ResourceKind> kind = policy.params();
    Optional<ParamRef> reference = binding.params();
    if (kind.isEmpty() || reference.isEmpty()) {
      judge(CelNull.NULL);
      return;
    }
    ParamRef wanted = reference.get();
    String namespace = wanted.namespace().isEmpty() ? object.namespace() : wanted.namespace();
    if (kind.get().namespaced() && namespace.isEmpty()) {
      fail(
          "failed to configure binding: cannot use namespaced paramRef in policy binding that"
              + " matches cluster-scoped resources");
      return;
    }
    List<AdmissionObject> found =
        context.objects().stream()
            .filter(each -> isParam(each, kind.get(), wanted, namespace))
            .toList();
    found.forEach(each -> judge(each.value()));
    boolean all = context.complete() || !found.isEmpty();
    if (!all) {
      unknown = "the parameters of the policy";
    } else if (found.isEmpty() && wanted.denyIfNone()) {
      fail(
          "failed to configure binding: no params found for policy binding with `Deny`"
              + " parameterNotFoundAction");
    }
  }

  private static boolean isParam(
      AdmissionObject each, ResourceKind kind, ParamRef wanted, String namespace) {
    return each.kind().kind().equals(kind.kind())
        && each.kind().group().equals(kind.group())
        && (!kind.namespaced() || each.namespace().equals(namespace))
        && (wanted.name().isEmpty() || each.name().equals(wanted.name()))
        && wanted.selector().map(selector -> selector.matches(each.labels())).orElse(true);
  }

  private void judge(Object params) {
    RequestValues values = new RequestValues(object, params, context);
    switch (policy.rule().evaluate(values::get, values::getForConditions)) {
      case RuleOutcome.NotApplicable _ -> {}
      case RuleOutcome.Failed(String message) -> fail(message);
      case RuleOutcome.Undecided(String why) -> unknown = why;
      case RuleOutcome.Judged(List<RuleOutcome.Verdict> verdicts) -> verdicts.forEach(this::add);
    }
  }

  private void add(RuleOutcome.Verdict verdict) {
    switch (verdict) {
      case RuleOutcome.Verdict.Passed _ -> {}
      case RuleOutcome.Verdict.Violated violated ->
          violations.add(
              new Violation(
                  violated.validation(), violated.message(), violated.reason(), violated.reads()));
      case RuleOutcome.Verdict.Failed failed -> {
        if (policy.failClosed()) {
          violations.add(
              new Violation(failed.validation(), failed.message(), "Invalid", failed.reads()));
        }
      }
      case RuleOutcome.Verdict.Undecided undecided -> unknown = undecided.why();
    }
  }

  private void fail(String message) {
    if (policy.failClosed()) {
      violations.add(new Violation(-1, message, "Invalid", List.of()));
    }
  }
}
