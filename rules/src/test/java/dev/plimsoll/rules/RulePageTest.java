package dev.plimsoll.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages in {@code docs/rules} say what the catalogue says and what the rules really do. */
class RulePageTest {

  private static final Path PAGES = Repository.ROOT.resolve("docs/rules");
  private static final String INDEX = "README.md";

  static List<RuleFolder> folders() {
    return RuleFolder.all();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void thePageIsUpToDate(RuleFolder folder) {
    GoldenFile.verify(PAGES.resolve(folder.name() + ".md"), RulePage.of(folder));
  }

  @Test
  void theIndexIsUpToDate() {
    GoldenFile.verify(PAGES.resolve(INDEX), RulePage.index(folders()));
  }

  @Test
  void noPageIsLeftOverFromARuleThatIsGone() throws IOException {
    Set<String> expected =
        folders().stream().map(folder -> folder.name() + ".md").collect(Collectors.toSet());
    expected.add(INDEX);
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString())).hasSameElementsAs(expected);
    }
  }
}
