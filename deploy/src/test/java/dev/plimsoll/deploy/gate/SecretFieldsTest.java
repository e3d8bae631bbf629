package dev.plimsoll.deploy.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is rendered with the real secrets may differ from the plan in the fields that hold them. */
final class SecretFieldsTest {

  private static final String MANIFEST =
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: web, annotations: {checksum: "%s"}}
      stringData: {password: "%s", user: "%s"}
      """;

  private static final String PLANNED = MANIFEST.formatted("1a", "token", "shop");
  private static final String OTHER = MANIFEST.formatted("2b", "other-token", "shop");

  private final SecretFields fields = new SecretFields(PLANNED, OTHER);

  @Test
  void aSecretAndWhatIsMadeOfItMayBeAnything() {
    assertThat(fields.difference(MANIFEST.formatted("3c", "hunter2", "shop"))).isEmpty();
  }

  @Test
  void whatDependsOnNoSecretIsAsPlanned() {
    assertThat(fields.difference(MANIFEST.formatted("3c", "hunter2", "root")))
        .contains(
            "Secret web: /stringData/user is another with the real secrets than in the plan.");
  }

  @Test
  void nothingIsThereThatThePlanDoesNotHave() {
    String more = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: debug}\n";

    assertThat(fields.difference(PLANNED + more))
        .hasValueSatisfying(problem ->
            assertThat(problem)
                .startsWith("ConfigMap debug: ")
                .endsWith("is there with the real secrets, and is not in the plan."));
    assertThat(new SecretFields(PLANNED + more, OTHER + more).difference(PLANNED))
        .hasValueSatisfying(problem ->
            assertThat(problem)
                .startsWith("ConfigMap debug: ")
                .endsWith("of the plan is not there with the real secrets."));
  }

  @Test
  void sameNamesInTwoNamespacesAreTwoObjects() {
    String two =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a, namespace: one}
        data: {k: %s}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a, namespace: two}
        data: {k: %s}
        """;

    assertThat(
            new SecretFields(two.formatted("x", "t1"), two.formatted("x", "t2"))
                .difference(two.formatted("y", "real")))
        .contains("ConfigMap a in one: /data/k is another with the real secrets than in the plan.");
  }
}
