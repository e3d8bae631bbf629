package dev.plimsoll.rules;

import dev.plimsoll.rule.Rule;
import dev.plimsoll.rules.capacity.CapacityShelf;
import dev.plimsoll.rules.capacity.ExceededQuota;
import dev.plimsoll.rules.capacity.OutsideLimitRange;
import dev.plimsoll.rules.capacity.UnschedulablePod;
import dev.plimsoll.rules.capacity.UnsetQuotaResource;
import dev.plimsoll.rules.network.DuplicateIngressPath;
import dev.plimsoll.rules.network.IngressHostWithoutTls;
import dev.plimsoll.rules.network.SelectorWithoutPods;
import dev.plimsoll.rules.network.ServiceWithoutPods;
import dev.plimsoll.rules.network.UnknownIngressBackend;
import dev.plimsoll.rules.network.UnknownServicePort;
import dev.plimsoll.rules.rbac.DanglingRoleBinding;
import dev.plimsoll.rules.rbac.DefaultServiceAccount;
import dev.plimsoll.rules.workload.AutoscalerWithoutRequests;
import dev.plimsoll.rules.workload.AutoscalerWithoutTarget;
import dev.plimsoll.rules.workload.BlockingDisruptionBudget;
import dev.plimsoll.rules.workload.DanglingReference;
import dev.plimsoll.rules.workload.DefaultNamespace;
import dev.plimsoll.rules.workload.IdenticalProbes;
import dev.plimsoll.rules.workload.MissingDisruptionBudget;
import dev.plimsoll.rules.workload.MonitorWithoutService;
import dev.plimsoll.rules.workload.MountedServiceAccountToken;
import dev.plimsoll.rules.workload.ReplicasBesideAutoscaler;
import dev.plimsoll.rules.workload.ReplicasOnOneNode;
import dev.plimsoll.rules.workload.SingleReplica;
import dev.plimsoll.rules.workload.SpreadWithoutPods;
import dev.plimsoll.rules.workload.UnknownProbePort;
import dev.plimsoll.rules.workload.UnmonitoredRelease;
import java.util.List;

/** The rules in Java on the objects of releases and what they are to each other. */
final class RulesOfObjects {

  private RulesOfObjects() {}

  static List<Rule> all() {
    CapacityShelf capacities = new CapacityShelf();
    return List.of(
        new AutoscalerWithoutRequests(),
        new BlockingDisruptionBudget(),
        new DanglingRoleBinding(),
        new DefaultServiceAccount(),
        new AutoscalerWithoutTarget(),
        new DanglingReference(),
        new DefaultNamespace(),
        new UnmonitoredRelease(),
        new IdenticalProbes(),
        new MissingDisruptionBudget(),
        new MountedServiceAccountToken(),
        new ReplicasBesideAutoscaler(),
        new ReplicasOnOneNode(),
        new SelectorWithoutPods(),
        new MonitorWithoutService(),
        new DuplicateIngressPath(),
        new IngressHostWithoutTls(),
        new ServiceWithoutPods(),
        new SingleReplica(),
        new SpreadWithoutPods(),
        new UnknownIngressBackend(),
        UnknownProbePort.named(),
        UnknownProbePort.numbered(),
        new UnknownServicePort(),
        new OutsideLimitRange(capacities),
        new UnschedulablePod(capacities),
        ExceededQuota.always(capacities),
        ExceededQuota.atPeak(capacities),
        new UnsetQuotaResource(capacities));
  }
}
