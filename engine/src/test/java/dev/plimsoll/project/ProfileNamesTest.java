package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.rule.Profile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfileNamesTest {

  @ParameterizedTest
  @CsvSource({
    "dev, DEVELOPMENT",
    "Dev, DEVELOPMENT",
    "dev-us-east, DEVELOPMENT",
    "dev2, DEVELOPMENT",
    "development, DEVELOPMENT",
    "test, DEVELOPMENT",
    "testing, DEVELOPMENT",
    "qa, DEVELOPMENT",
    "qa-2, DEVELOPMENT",
    "sandbox, DEVELOPMENT",
    "local, DEVELOPMENT",
    "ci/ingress, DEVELOPMENT",
    "int-eu, DEVELOPMENT",
    "review-117, DEVELOPMENT",
    "stage, STAGING",
    "staging, STAGING",
    "staging-eu, STAGING",
    "stg, STAGING",
    "uat, STAGING",
    "preprod, STAGING",
    "pre-prod, STAGING",
    "pre-production, STAGING",
    "preproduction, STAGING",
    "nonprod, STAGING",
    "non-prod, STAGING",
    "acceptance, STAGING",
    "prod, PRODUCTION",
    "production, PRODUCTION",
    "prod-us-west, PRODUCTION",
    "prd, PRODUCTION",
    "live, PRODUCTION",
  })
  void namesBeginWithTheirProfile(String environment, Profile profile) {
    assertThat(ProfileNames.profile(environment)).isEqualTo(profile);
  }

  @ParameterizedTest
  @CsvSource({"default", "blue", "eu-dev", "international", "city", "presentation", "''", "42"})
  void aNameThatSaysNothingIsJudgedAsProduction(String environment) {
    assertThat(ProfileNames.profile(environment)).isEqualTo(Profile.PRODUCTION);
  }
}
