package dev.plimsoll.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuePathTest {

  @Property(tries = 500, seed = "1")
  void readsWhatItWrites(@ForAll("paths") ValuePath path) {
    assertThat(ValuePath.parse(path.toString())).contains(path);
  }

  @Test
  void quotesOnlyWhatNeedsIt() {
    ValuePath path =
        ValuePath.ROOT.key("annotations").key("a.b/c").index(3).key("x y").key("").key("q\"\\");
    assertThat(path).hasToString("annotations.\"a.b/c\"[3].x y.\"\".\"q\\\"\\\\\"");
    assertThat(ValuePath.ROOT).hasToString("");
    assertThat(ValuePath.parse("")).contains(ValuePath.ROOT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        "a.",
        ".a",
        "a..b",
        "a[",
        "a[]",
        "a[x]",
        "a[-1]",
        "a]",
        "\"a",
        "a\"b",
        "a[0]b",
        "a[9999999999]",
        "\"a\"b",
        "\"\\"
      })
  void refusesWhatItWouldNotWrite(String text) {
    assertThat(ValuePath.parse(text)).isEmpty();
  }

  @Provide
  Arbitrary<ValuePath> paths() {
    Arbitrary<ValuePath.Step> keys =
        Arbitraries.strings().withChars("ab.[]\"\\ /é0").ofMaxLength(5).map(ValuePath.Key::new);
    Arbitrary<ValuePath.Step> indexes =
        Arbitraries.integers().between(0, 999_999_999).map(ValuePath.Index::new);
    return Arbitraries.oneOf(List.of(keys, indexes)).list().ofMaxSize(6).map(ValuePath::new);
  }
}
