package dev.plimsoll.template.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EngineFunctionsTest {

  private static final Calls CALLS = new Calls(EngineFunctions.family());
  private static final GoString MESSAGE = GoString.of("set .name");

  @Test
  void requiresAValue() {
    GoValue value = new GoBool(false, Trace.NONE);
    assertThat(required(PlainContext.untracked(), value)).isSameAs(value);
    GoMap values = Calls.values("name: \"\"\nother: null\n", true);
    assertThatThrownBy(() -> required(PlainContext.tracked(), values.get("name")))
        .isInstanceOfSatisfying(
            GoFailure.class,
            failure -> {
              assertThat(failure.text()).isEqualTo("set .name");
              assertThat(failure.trace().data()).hasToString("[name at values.yaml:1:7]");
            });
    assertThatThrownBy(() -> required(PlainContext.tracked(), values.get("other")))
        .hasMessage("set .name");
  }

  @Test
  void forgivesWhenLinting() {
    PlainContext lint = PlainContext.untracked().linting();
    assertThat(required(lint, GoNil.LITERAL).isTrue()).isFalse();
    assertThat(CALLS.text(lint, "fail", MESSAGE).text()).isEmpty();
  }

  @Test
  void failsWithItsMessage() {
    assertThatThrownBy(() -> CALLS.call(PlainContext.untracked(), "fail", MESSAGE))
        .isInstanceOf(GoFailure.class)
        .hasMessage("set .name");
  }

  @Test
  void findsNothingWithoutACluster() {
    PlainContext context = PlainContext.untracked();
    GoString text = GoString.of("v1");
    assertThat(CALLS.call(context, "lookup", text, text, text, text).isTrue()).isFalse();
    assertThat(context.noted()).containsExactly("lookup");
    assertThat(CALLS.text(context, "getHostByName", text).text()).isEmpty();
  }

  private static GoValue required(PlainContext context, @Nullable GoValue value) {
    return CALLS.call(context, "required", MESSAGE, Objects.requireNonNull(value));
  }
}
