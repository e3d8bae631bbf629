package dev.plimsoll.template.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.Trace;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RandomFunctionsTest {

  private static final Calls CALLS = new Calls(RandomFunctions.family());

  @ParameterizedTest
  @CsvSource({
    "randAlphaNum, [a-zA-Z0-9]{40}",
    "randAlpha,    [a-zA-Z]{40}",
    "randNumeric,  [0-9]{40}",
    "randAscii,    [ -~]{40}"
  })
  void drawsFromItsCharacters(String function, String form) {
    PlainContext context = PlainContext.untracked();
    String text = CALLS.text(context, function, number(40)).text();
    assertThat(text).matches(form);
    assertThat(CALLS.text(context, function, number(40)).text()).isNotEqualTo(text);
    assertThat(context.noted()).containsExactly(function);
    assertThat(CALLS.text(context, function, number(-1)).text()).isEmpty();
  }

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(CALLS.text(PlainContext.untracked(), "randAlphaNum", number(8)).text())
        .isEqualTo(CALLS.text(PlainContext.untracked(), "randAlphaNum", number(8)).text());
  }

  @Test
  void saysThatItComesFromNowhere() {
    assertThat(
            Calls.origins(CALLS.text(PlainContext.tracked(), "randNumeric", number(3)))
                .replaceAll("\\d", "#"))
        .isEqualTo("\"###\" <- randNumeric\n");
  }

  @Test
  void drawsBytesAndNumbers() {
    PlainContext context = PlainContext.untracked();
    String bytes = CALLS.text(context, "randBytes", number(12)).text();
    assertThat(Base64.getDecoder().decode(bytes)).hasSize(12);
    for (int i = 0; i < 50; i++) {
      GoInt drawn = (GoInt) CALLS.call(context, "randInt", number(-2), number(3));
      assertThat(drawn.value()).isBetween(-2L, 2L);
    }
    assertThatThrownBy(() -> CALLS.call(context, "randInt", number(3), number(3)))
        .isInstanceOf(GoFailure.class)
        .hasMessage("invalid argument to Intn");
  }

  private static GoInt number(long value) {
    return GoInt.of(value, Trace.NONE);
  }
}
