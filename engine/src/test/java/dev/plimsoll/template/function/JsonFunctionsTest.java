package dev.plimsoll.template.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the functions write was recorded from Helm 4.3.1. */
final class JsonFunctionsTest {

  private static final Calls CALLS = new Calls(JsonFunctions.family());

  private static final String VALUES =
      """
      html: <a href="x">&</a>
      list: [1, 2.5, null, true, []]
      map: {}
      """;

  @Test
  void escapesHtmlButInRawJson() {
    assertThat(write("toJson"))
        .isEqualTo(
            "{\"html\":\"\\u003ca href=\\\"x\\\"\\u003e\\u0026\\u003c/a\\u003e\","
                + "\"list\":[1,2.5,null,true,[]],\"map\":{}}");
    assertThat(write("toRawJson"))
        .isEqualTo(
            "{\"html\":\"<a href=\\\"x\\\">&</a>\",\"list\":[1,2.5,null,true,[]],\"map\":{}}");
  }

  @Test
  void indentsPrettyJson() {
    assertThat(write("toPrettyJson"))
        .isEqualTo(
            """
            {
              "html": "\\u003ca href=\\"x\\"\\u003e\\u0026\\u003c/a\\u003e",
              "list": [
                1,
                2.5,
                null,
                true,
                []
              ],
              "map": {}
            }\
            """);
  }

  @Test
  void tellsTheLeafOfEachCharacter() {
    GoMap values = Calls.values("a: x<y\nb: [1]\n", true);
    assertThat(Calls.origins(CALLS.text(PlainContext.tracked(), "toJson", values)))
        .isEqualTo(
            """
            "{" <- .
            ""\" <- key a
            "a" <- key a@0
            ""\" <- key a
            ":" <- .
            ""\" <- a
            "x" <- a@0
            "\\u003c" <- a
            "y" <- a@2
            ""\" <- a
            "," <- .
            ""\" <- key b
            "b" <- key b@0
            ""\" <- key b
            ":" <- .
            "[" <- b
            "1" <- b.0
            "]" <- b
            "}" <- .
            """);
  }

  @Test
  void failsOnlyWhereGoFails() {
    GoValue number = new GoFloat(Double.POSITIVE_INFINITY, Trace.NONE);
    assertThat(CALLS.text(PlainContext.untracked(), "toJson", number).text()).isEmpty();
    assertThatThrownBy(() -> CALLS.call(PlainContext.untracked(), "mustToJson", number))
        .isInstanceOf(GoFailure.class)
        .hasMessage("json: unsupported value: +Inf");
  }

  @Test
  void readsTextWithItsOrigin() {
    GoMap values = Calls.values("json: '{\"a\": [\"b\\tc\", 2]}'\n", true);
    GoValue text = Objects.requireNonNull(values.get("json"));
    GoValue read = CALLS.call(PlainContext.tracked(), "fromJson", text);
    assertThat(Calls.origins(CALLS.text(PlainContext.tracked(), "toJson", read)))
        .isEqualTo(
            """
            "{"" <- json
            "a" <- json@2
            "":["" <- json
            "b" <- json@8
            "\\t" <- json
            "c" <- json@11
            "",2]}" <- json
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '~',
      textBlock =
          """
          ~~           § unexpected end of JSON input
          {            § unexpected end of JSON input
          {"a":1       § unexpected end of JSON input
          {"a" 1}      § invalid character '1' after object key
          {"a":1 "b"}  § invalid character '"' after object key:value pair
          {a:1}        § invalid character 'a' looking for beginning of object key string
          {"a":tru}    § invalid character '}' in literal true (expecting 'e')
          {"a":'b'}    § invalid character '\\'' looking for beginning of value
          {"a":01}     § invalid character '1' after object key:value pair
          {"a":1.}     § invalid character '}' after decimal point in numeric literal
          {"a":"\\x"}  § invalid character 'x' in string escape code
          {} x         § invalid character 'x' after top-level value
          {é}          § invalid character 'Ã' looking for beginning of object key string
          [1]          § json: cannot unmarshal array into Go value of type map[string]interface {}
          "a"          § json: cannot unmarshal string into Go value of type map[string]interface {}
          {"a":1e999}  § json: cannot unmarshal number 1e999 into Go value of type float64
          """)
  void saysInTheMapWhatIsWrong(String json, String error) {
    GoMap map = (GoMap) CALLS.call(PlainContext.untracked(), "fromJson", GoString.of(json));
    assertThat(map.get("Error"))
        .isInstanceOfSatisfying(GoString.class, text -> assertThat(text.text()).isEqualTo(error));
  }

  @Test
  void readsListsAndSaysWhatIsWrongInOne() {
    GoList list =
        (GoList) CALLS.call(PlainContext.untracked(), "fromJsonArray", GoString.of("[1, \"a\"]"));
    assertThat(list.items()).hasSize(2);
    GoList wrong =
        (GoList) CALLS.call(PlainContext.untracked(), "fromJsonArray", GoString.of("{}"));
    assertThat(((GoString) wrong.items().getFirst()).text())
        .isEqualTo("json: cannot unmarshal object into Go value of type []interface {}");
    assertThatThrownBy(
            () -> CALLS.call(PlainContext.untracked(), "mustFromJson", GoString.of("nul")))
        .isInstanceOf(GoFailure.class)
        .hasMessage("invalid character ' ' in literal null (expecting 'l')");
  }

  private static String write(String function) {
    return CALLS.text(PlainContext.untracked(), function, Calls.values(VALUES, false)).text();
  }
}
