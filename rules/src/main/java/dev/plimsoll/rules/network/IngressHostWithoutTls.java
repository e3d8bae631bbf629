package dev.plimsoll.rules.network;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.ReleaseObjectsRule;
import java.util.ArrayList;
import java.util.List;

/** An Ingress with TLS for other hosts than it answers for. */
public final class IngressHostWithoutTls extends ReleaseObjectsRule {

  private static final RuleId ID = new RuleId("ingress-host-without-tls");

  public IngressHostWithoutTls() {
    super(ID);
  }

  @Override
  protected void check(ReleaseObjects release, Settings settings, ObjectFindings findings) {
    for (KubernetesObject object : release.objects()) {
      if (object.kind().equals("Ingress") && object.group().equals("networking.k8s.io")) {
        check(release, object, findings);
      }
    }
  }

  private static void check(
      ReleaseObjects release, KubernetesObject ingress, ObjectFindings findings) {
    List<String> secured = new ArrayList<>();
    for (Field tls : ingress.get("spec", "tls").items()) {
      List<String> hosts = tls.get("hosts").texts();
      if (hosts.isEmpty()) {
        // The certificate decides, which nobody can see here.
        return;
      }
      secured.addAll(hosts);
    }
    if (secured.isEmpty()) {
      return;
    }
    for (Field rule : ingress.get("spec", "rules").items()) {
      rule.get("host")
          .text()
          .filter(host -> secured.stream().noneMatch(each -> covers(each, host)))
          .ifPresent(host ->
              findings.add(
                  release,
                  rule.get("host"),
                  "%s answers for `%s`, and its TLS is for `%s` alone."
                      .formatted(ingress.title(), host, String.join("`, `", secured))));
    }
  }

  /** A wildcard stands for one label. */
  private static boolean covers(String secured, String host) {
    int dot = host.indexOf('.');
    return secured.equals(host)
        || (secured.startsWith("*.")
            && dot > 0
            && secured.substring(1).equals(host.substring(dot)));
  }
}
