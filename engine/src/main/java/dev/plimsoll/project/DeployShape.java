package dev.plimsoll.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a part of the {@code deploy} section must look like. */
sealed interface DeployShape {

  /** Text that says something. */
  record Text() implements DeployShape {}

  /** One of these words. */
  record Word(List<String> words) implements DeployShape {}

  /** A whole number that is not negative. */
  record Count() implements DeployShape {}

  /** True or false. */
  record Flag() implements DeployShape {}

  /** {@code 90s}, {@code 5m}, {@code 24h} or {@code 7d}. */
  record Time() implements DeployShape {}

  /** A list. */
  record Items(DeployShape item) implements DeployShape {}

  /** A mapping with a closed set of keys. */
  record Keys(Map<String, DeployShape> shapes) implements DeployShape {}

  DeployShape TEXT = new Text();
  DeployShape NUMBER = new Count();
  DeployShape FLAG = new Flag();
  DeployShape TIME = new Time();
  DeployShape TEXTS = new Items(TEXT);

  /** Everything below {@code deploy}. */
  DeployShape SECTION =
      keys(
          "gates", keys(gates()),
          "freeze",
              new Items(
                  keys(
                      "cron", TEXT,
                      "duration", TIME,
                      "timeZone", TEXT,
                      "from", TEXT,
                      "until", TEXT,
                      "environments", TEXTS,
                      "reason", TEXT)),
          "approvals",
              keys(
                  "required", NUMBER,
                  "expires", TIME,
                  "environments", TEXTS,
                  "approvers", new Items(keys("name", TEXT, "key", TEXT))),
          "smokeTests",
              new Items(
                  keys(
                      "name", TEXT,
                      "http", TEXT,
                      "status", NUMBER,
                      "contains", TEXT,
                      "command", TEXTS,
                      "helmTest", FLAG,
                      "timeout", TIME,
                      "environments", TEXTS)),
          "canary",
              keys(
                  "value", TEXT,
                  "steps", new Items(NUMBER),
                  "release", TEXT,
                  "set", TEXTS,
                  "soak", TIME,
                  "prometheus", TEXT,
                  "query", TEXT,
                  "max", TEXT,
                  "environments", TEXTS),
          "waves", new Items(keys("clusters", TEXTS, "soak", TIME, "maxFailures", NUMBER)),
          "notify",
              new Items(
                  keys(
                      "name", TEXT,
                      "url", TEXT,
                      "urlFrom", TEXT,
                      "form", new Word(List.of("slack", "teams", "json", "cloudevents")),
                      "environments", TEXTS)));

  private static DeployShape keys(Object... pairs) {
    Map<String, DeployShape> shapes = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      shapes.put((String) pairs[i], (DeployShape) pairs[i + 1]);
    }
    return new Keys(shapes);
  }

  private static DeployShape keys(Map<String, DeployShape> shapes) {
    return new Keys(shapes);
  }

  /** Each gate with its parameters, in the order of a deploy. */
  private static Map<String, DeployShape> gates() {
    Map<String, DeployShape> gates = new LinkedHashMap<>();
    for (String gate :
        List.of(
            "renders",
            "strict-lint",
            "values-schema",
            "resource-limits",
            "secrets-encrypted",
            "secrets-opened",
            "same-cluster",
            "live-unchanged",
            "rendered-as-planned",
            "permissions",
            "pending-release",
            "needed-releases",
            "release-size",
            "ownership",
            "field-conflicts",
            "server-accepts",
            "quota",
            "served-apis",
            "freeze",
            "approvals",
            "rollback-target",
            "smoke-tests",
            "release-documented",
            "stakeholders-notified")) {
      gates.put(gate, gate());
    }
    gates.put("tests-passed", gate("reports", TEXTS, "maxAge", TIME));
    gates.put(
        "image-scan", gate("reports", TEXTS, "maxAge", TIME, "critical", NUMBER, "high", NUMBER));
    gates.put(
        "chart-signature",
        gate(
            "archive", TEXT,
            "keyring", TEXT,
            "bundle", TEXT,
            "key", TEXT,
            "identity", TEXT,
            "issuer", TEXT,
            "trustedRoot", TEXT));
    gates.put("backup", gate());
    gates.put("wait-timeout", gate("timeout", TIME));
    gates.put("pod-health", gate("soak", TIME));
    gates.put("application-logs", gate("deny", TEXTS));
    gates.put("metrics-scraped", gate("prometheus", TEXT, "query", TEXT, "timeout", TIME));
    gates.put(
        "alerts-silent",
        gate("alertmanager", TEXT, "matchers", TEXTS, "prometheus", TEXT, "rules", TEXTS));
    return gates;
  }

  private static DeployShape gate(Object... parameters) {
    Map<String, DeployShape> shapes = new LinkedHashMap<>();
    shapes.put("environments", TEXTS);
    shapes.put("reason", TEXT);
    for (int i = 0; i < parameters.length; i += 2) {
      shapes.put((String) parameters[i], (DeployShape) parameters[i + 1]);
    }
    return new Keys(shapes);
  }
}
