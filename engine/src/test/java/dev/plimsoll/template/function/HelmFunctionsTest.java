package dev.plimsoll.template.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.values.HelmVersion;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The names were recorded from {@code funcMap} of Helm 4.3.1 and 3.22.0. */
final class HelmFunctionsTest {

  private static final String HELM_4 =
      """
      abbrev abbrevboth add add1 add1f addf adler32sum ago all any append atoi b32dec
      b32enc b64dec b64enc base bcrypt biggest buildCustomCert camelcase cat ceil chunk
      clean coalesce compact concat contains date dateInZone dateModify date_in_zone
      date_modify decryptAES deepCopy deepEqual default derivePassword dict dig dir div
      divf duration durationDays durationHours durationMicroseconds durationMilliseconds
      durationMinutes durationNanoseconds durationRound durationRoundTo durationSeconds
      durationTruncateTo durationWeeks empty encryptAES ext fail first float64 floor
      fromJson fromJsonArray fromToml fromYaml fromYamlArray genCA genCAWithKey
      genPrivateKey genSelfSignedCert genSelfSignedCertWithKey genSignedCert
      genSignedCertWithKey get getHostByName has hasKey hasPrefix hasSuffix hello htmlDate
      htmlDateInZone htpasswd include indent initial initials int int64 isAbs join
      kebabcase keys kindIs kindOf last list lookup lower max maxf merge mergeOverwrite
      min minf mod mul mulf mustAppend mustChunk mustCompact mustDateModify mustDeepCopy
      mustFirst mustFromJson mustHas mustInitial mustLast mustMerge mustMergeOverwrite
      mustPrepend mustPush mustRegexFind mustRegexFindAll mustRegexMatch
      mustRegexReplaceAll mustRegexReplaceAllLiteral mustRegexSplit mustRest mustReverse
      mustSlice mustToDate mustToDuration mustToJson mustToPrettyJson mustToRawJson
      mustToToml mustToYaml mustUniq mustWithout must_date_modify nindent nospace now omit
      osBase osClean osDir osExt osIsAbs pick pluck plural prepend push quote randAlpha
      randAlphaNum randAscii randBytes randInt randNumeric regexFind regexFindAll
      regexMatch regexQuoteMeta regexReplaceAll regexReplaceAllLiteral regexSplit repeat
      replace required rest reverse round semver semverCompare seq set sha1sum sha256sum
      sha512sum shuffle slice snakecase sortAlpha split splitList splitn squote sub subf
      substr swapcase ternary title toDate toDecimal toJson toPrettyJson toRawJson
      toString toStrings toToml toYaml toYamlPretty tpl trim trimAll trimPrefix trimSuffix
      trimall trunc tuple typeIs typeIsLike typeOf uniq unixEpoch unset until untilStep
      untitle upper urlJoin urlParse uuidv4 values without wrap wrapWith
      """;

  private static final List<String> NOT_IN_HELM_3 =
      List.of(
          "durationDays",
          "durationHours",
          "durationMicroseconds",
          "durationMilliseconds",
          "durationMinutes",
          "durationNanoseconds",
          "durationRoundTo",
          "durationSeconds",
          "durationTruncateTo",
          "durationWeeks",
          "mustToDuration",
          "mustToToml",
          "mustToYaml");

  @Test
  void hasEveryFunctionOfHelm4AndNoOther() {
    assertThat(HelmFunctions.table(new HelmVersion(4, 3, 1)).names())
        .containsExactlyElementsOf(names());
  }

  @Test
  void hasEveryFunctionOfHelm3AndNoOther() {
    Set<String> names = names();
    NOT_IN_HELM_3.forEach(names::remove);
    assertThat(HelmFunctions.table(new HelmVersion(3, 22, 0)).names())
        .containsExactlyElementsOf(names);
  }

  private static Set<String> names() {
    return new TreeSet<>(List.of(HELM_4.strip().split("\\s+")));
  }
}
