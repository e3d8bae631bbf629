package dev.plimsoll.template.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/**
 * Looks for texts on which the parser fails, guided by the branches that they take. Not part of the
 * build: {@code JAZZER_FUZZ=1 ./mvnw -pl engine -am test -Dtest=TemplateParserFuzzTest
 * -DexcludedGroups=}.
 */
@Tag("fuzz")
final class TemplateParserFuzzTest {

  @FuzzTest(maxDuration = "5m")
  void neverFails(FuzzedDataProvider data) {
    TemplateFile file = Templates.parse(data.consumeRemainingAsString());
    assertThat(file.errors()).noneMatch(error -> error.message().contains("not understood"));
  }
}
