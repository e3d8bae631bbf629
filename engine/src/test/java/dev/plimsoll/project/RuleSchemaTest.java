package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema of rules and their reader must agree, as for the project file. */
final class RuleSchemaTest {

  private static final PublishedSchema SCHEMA = new PublishedSchema("rule.schema.json");
  private static final Path CATALOG =
      Path.of(System.getProperty("plimsoll.root", ".."), "rules/catalog");
  private static final String HEAD =
      "id: some-rule\nseverity: {production: error}\nsummary: It is wrong.\n";

  @Test
  void bothAcceptEveryRuleOfTheCatalogue() throws IOException {
    List<Path> rules;
    try (Stream<Path> files = Files.walk(CATALOG)) {
      rules = files.filter(file -> file.endsWith("rule.yaml")).sorted().toList();
    }

    assertThat(rules).hasSizeGreaterThan(100);
    for (Path rule : rules) {
      String text = Files.readString(rule);
      assertThat(said(text)).as(rule.toString()).isEmpty();
      assertThat(saidBySchema(text)).as(rule.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "aliases: [kube-linter:some-rule]",
        "aliases:",
        "category: team",
        "why: Because.\nfine: Never.\nlinks: [https://example.com]",
        "parameters: [{name: a, type: strings, default: [x], description: What.}]",
        "parameters: [{name: a, type: integer, default: 3}, {name: b, type: boolean, default: true}]",
        "fixable: true",
        "tag: unnecessary",
        "kinds: [ConfigMap, apps/Deployment]\neach: anyContainer\npods: long-running",
        "matchConditions: [{name: a, expression: 'true'}]\nvariables: [{name: b, expression: '1'}]",
        "validations: [{expression: 'true', message: No., at: [spec.replicas]}]",
        "validations: [{expression: 'true', messageExpression: subject, fix: {value: 3}}]",
        "validations: [{expression: 'true', message: No., fix: {value: [ALL], applicability: safe}}]",
        "validations: [{expression: 'true', message: No., fix: {present: true}}]",
      })
  void bothAccept(String section) {
    assertThat(said(HEAD + section)).isEmpty();
    assertThat(saidBySchema(HEAD + section)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense: 1",
        "aliases: some-rule",
        "links: {a: b}",
        "parameters: {a: 1}",
        "parameters: [{name: a, type: text, default: x}]",
        "parameters: [{name: a, type: string}]",
        "parameters: [{name: a-b, type: string, default: x}]",
        "fixable: maybe",
        "tag: old",
        "kinds: ConfigMap\nvalidations: [{expression: 'true', message: No.}]",
        "each: pods\nvalidations: [{expression: 'true', message: No.}]",
        "pods: all\nvalidations: [{expression: 'true', message: No.}]",
        "matchConditions: [{name: a}]\nvalidations: [{expression: 'true', message: No.}]",
        "variables: [{expression: 'true'}]\nvalidations: [{expression: 'true', message: No.}]",
        "validations: []",
        "validations: [{message: No.}]",
        "validations: [{expression: 'true'}]",
        "validations: [{expression: 'true', message: No., at: spec}]",
        "validations: [{expression: 'true', message: No., fix: {present: false}}]",
        "validations: [{expression: 'true', message: No., fix: {value: {a: b}}}]",
        "validations: [{expression: 'true', message: No., fix: {value: 1, applicability: sure}}]",
        "validations: [{expression: 'true', message: No., points: [a]}]",
      })
  void bothReject(String section) {
    assertThat(said(HEAD + section)).isNotEmpty();
    assertThat(saidBySchema(HEAD + section)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "severity: {production: error}\nsummary: It is wrong.",
        "id: some-rule\nsummary: It is wrong.",
        "id: some-rule\nseverity: {production: error}",
        "id: Some Rule\nseverity: {production: error}\nsummary: It is wrong.",
        "id: some-rule\nseverity: {production: fatal}\nsummary: It is wrong.",
        "id: some-rule\nseverity: {prod: error}\nsummary: It is wrong.",
      })
  void bothRejectWhatIsNoRule(String text) {
    assertThat(said(text)).isNotEmpty();
    assertThat(saidBySchema(text)).isNotEmpty();
  }

  private static List<String> said(String text) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    RuleFileReader.read(YamlParser.parse(new SourceFile("rule.yaml", text)), diagnostics::add);
    return diagnostics.stream().map(Diagnostic::message).toList();
  }

  private static List<String> saidBySchema(String text) {
    return SCHEMA.judge(new SourceFile("rule.yaml", text));
  }
}
