package dev.plimsoll.rbac;

import dev.plimsoll.rbac.AccessRequest.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A way by which rights become more rights, after the good practices of Kubernetes for RBAC; the
 * worst first.
 */
public enum Technique {
  EVERYTHING("may do everything"),
  ESCALATE_ROLES("writes rights into roles that it does not have itself"),
  BIND_ROLES("binds itself to roles that it does not have"),
  IMPERSONATE("acts as somebody else"),
  APPROVE_CERTIFICATES("signs certificates that name it somebody else"),
  CHANGE_ADMISSION(
      "reads and changes what everybody writes, through a webhook or policy of admission"),
  PROXY_NODES("runs commands in every pod through the kubelets"),
  MOUNT_HOSTS("makes volumes of the folders of nodes"),
  CREATE_TOKENS("makes tokens of service accounts"),
  RUN_PODS("runs pods as a more powerful service account"),
  ENTER_PODS("runs commands in pods, and so has the rights of their accounts"),
  READ_SECRETS("reads every Secret");

  private static final String RBAC = RoleObject.GROUP;
  private static final String CERTIFICATES = "certificates.k8s.io";
  private static final String WRITING = "create,update,patch";

  private final String gain;

  Technique(String gain) {
    this.gain = gain;
  }

  /** Whether somebody else's rights are what is won. */
  enum Target {
    NONE,
    WELCOME,
    NEEDED
  }

  /** {@code run-pods}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What somebody does who may do this, as the end of a sentence. */
  public String gain() {
    return gain;
  }

  Target target() {
    return switch (this) {
      case RUN_PODS -> Target.NEEDED;
      case CREATE_TOKENS, ENTER_PODS, READ_SECRETS -> Target.WELCOME;
      default -> Target.NONE;
    };
  }

  /** Of each of these, one must be allowed. */
  List<List<Resource>> conditions() {
    return switch (this) {
      case EVERYTHING -> List.of(any("*", "*", "*"));
      case ESCALATE_ROLES ->
          List.of(
              any("escalate", RBAC, "clusterroles,roles"),
              any(WRITING, RBAC, "clusterroles,roles"));
      case BIND_ROLES ->
          List.of(
              any("bind", RBAC, "clusterroles,roles"),
              any(WRITING, RBAC, "clusterrolebindings,rolebindings"));
      case IMPERSONATE -> List.of(any("impersonate", "", "users,groups,serviceaccounts"));
      case APPROVE_CERTIFICATES ->
          List.of(
              any("update,patch", CERTIFICATES, "certificatesigningrequests/approval"),
              any("approve", CERTIFICATES, "signers"));
      case CHANGE_ADMISSION ->
          List.of(
              any(
                  WRITING,
                  "admissionregistration.k8s.io",
                  "mutatingwebhookconfigurations,validatingwebhookconfigurations,mutatingadmissionpolicies"));
      case PROXY_NODES -> List.of(any("create,get", "", "nodes/proxy"));
      case MOUNT_HOSTS -> List.of(any("create", "", "persistentvolumes"));
      case CREATE_TOKENS -> List.of(any("create", "", "serviceaccounts/token"));
      case RUN_PODS ->
          List.of(
              together(
                  any("create", "", "pods"),
                  any(WRITING, "apps", "deployments,statefulsets,daemonsets,replicasets"),
                  any(WRITING, "batch", "jobs,cronjobs"),
                  any(WRITING, "", "replicationcontrollers")));
      case ENTER_PODS ->
          List.of(
              together(
                  any("create,get", "", "pods/exec,pods/attach"),
                  any("update,patch", "", "pods/ephemeralcontainers")));
      case READ_SECRETS -> List.of(any("get,list,watch", "", "secrets"));
    };
  }

  private static List<Resource> any(String verbs, String group, String resources) {
    List<Resource> any = new ArrayList<>();
    for (String resource : resources.split(",", -1)) {
      for (String verb : verbs.split(",", -1)) {
        any.add(Resource.of(verb, group, resource));
      }
    }
    return any;
  }

  @SafeVarargs
  private static List<Resource> together(List<Resource>... parts) {
    List<Resource> all = new ArrayList<>();
    for (List<Resource> part : parts) {
      all.addAll(part);
    }
    return all;
  }
}
