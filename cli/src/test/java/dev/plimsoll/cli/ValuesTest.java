package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValuesTest {

  @TempDir private Path here;

  @BeforeEach
  void layOut() throws IOException {
    CliRun.write(here, "charts/shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.2.3\n");
    CliRun.write(
        here,
        "charts/shop/values.yaml",
        """
        image:
          repository: shop
          tag: 1.0.0
        hosts: [a, b]
        empty: {}
        """);
    CliRun.write(here, "environments/dev/values.yaml", "image:\n  tag: dev\n");
    CliRun.write(here, "environments/prod/values.yaml", "image:\n  tag: 2.0.0\nhosts: [c]\n");
  }

  @Test
  void originsStandBehindTheValues() {
    CliRun run =
        CliRun.in(here, "values", "shop", "-e", "prod", "--show-origins", "--set", "image.x=1");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            empty: {}           # charts/shop/values.yaml:5
            hosts:
            - c                 # environments/prod/values.yaml:3
            image:
              repository: shop  # charts/shop/values.yaml:2
              tag: 2.0.0        # environments/prod/values.yaml:2
              x: 1              # --set image.x=1
            """);
  }

  @Test
  void whatHelmRefusesIsSaidAndFails() {
    CliRun run = CliRun.in(here, "values", "shop", "-e", "prod", "--set", "image.tag.x=1");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("tag: 2.0.0");
    assertThat(run.err())
        .contains("error[invalid-set-expression]: `tag` is text already, and this needs a map")
        .endsWith("plimsoll: Helm refuses this; the values are those that could be read.\n");
  }

  @Test
  void peopleSeeNoSecrets() throws IOException {
    CliRun.write(here, "environments/prod/values.yaml", "db: {password: Gr4nd-Quay-7719}\n");

    assertThat(CliRun.in(here, "values", "shop", "-e", "prod", "--show-origins").out())
        .contains("password: '********'")
        .doesNotContain("Quay");
    assertThat(CliRun.in(here, "values", "shop", "-e", "dev", "--diff", "prod").out())
        .contains("'********'")
        .doesNotContain("Quay");
    assertThat(
            CliRun.in(here, "why", "shop", "db.password", "-e", "prod", "--format", "json").out())
        .contains("\"********\"")
        .doesNotContain("Quay");
    assertThat(CliRun.in(here, "values", "shop", "-e", "prod", "--format", "json").out())
        .contains("Gr4nd-Quay-7719");
  }

  @Test
  void aMisspelledPathIsGuessed() {
    CliRun run = CliRun.in(here, "why", "shop", "image.tga", "-e", "prod");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("plimsoll: Did you mean `image.tag`?\n");
  }

  @Test
  void jsonIsOneLineAsHelmWritesIt() {
    CliRun run = CliRun.in(here, "values", "shop", "-e", "prod", "--format", "json");

    assertThat(run.out())
        .isEqualTo(
            "{\"empty\":{},\"hosts\":[\"c\"],\"image\":{\"repository\":\"shop\",\"tag\":\"2.0.0\"}}\n");
  }

  @Test
  void chartFormNeedsNoWorkspace() throws IOException {
    CliRun.write(here, "elsewhere/extra.yaml", "image: {tag: x}\n");

    CliRun run =
        CliRun.in(
            here.resolve("elsewhere"),
            "values",
            "any",
            "../charts/shop",
            "-f",
            "extra.yaml",
            "--set-string",
            "image.tag=7",
            "--format",
            "json");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            "{\"empty\":{},\"hosts\":[\"a\",\"b\"],\"image\":{\"repository\":\"shop\",\"tag\":\"7\"}}\n");
  }

  @Test
  void severalEnvironmentsMustBeToldApart() {
    CliRun run = CliRun.in(here, "values", "shop");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("plimsoll: `shop` has different values in dev, prod; choose one with -e.\n");
  }

  @Test
  void diffShowsWhatAnotherEnvironmentHas() {
    CliRun run = CliRun.in(here, "values", "shop", "-e", "dev", "--diff", "prod");

    assertThat(run.out()).contains("-  tag: dev").contains("+  tag: 2.0.0");
  }

  @Test
  void whyShowsWinnerAndLosers() {
    CliRun run = CliRun.in(here, "why", "shop", "image.tag", "-e", "prod");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            image.tag of shop in prod is "2.0.0"
                     LAYER                               VALUE
              won    environments/prod/values.yaml:2:8   "2.0.0"
              lost   charts/shop/values.yaml:3:8         "1.0.0"
            """);
  }

  @Test
  void whyOfAPathThatNobodySets() {
    CliRun run = CliRun.in(here, "why", "shop", "image.digest", "-e", "prod");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).startsWith("image.digest of shop in prod is not set\n");
  }

  @Test
  void unknownReleaseSuggestsANearOne() {
    CliRun run = CliRun.in(here, "why", "shpo", "image.tag", "-e", "prod");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("plimsoll: There is no release `shpo` here; did you mean `shop`?\n");
  }

  @Test
  void releasesAreTheMatrix() {
    CliRun run = CliRun.in(here, "releases");

    assertThat(run.out())
        .contains("RELEASE", "ENVIRONMENT", "CLUSTER", "NAMESPACE", "CHART", "VERSION")
        .containsPattern("shop +dev +.* +charts/shop +1.2.3")
        .containsPattern("shop +prod +.* +charts/shop +1.2.3");
  }
}
