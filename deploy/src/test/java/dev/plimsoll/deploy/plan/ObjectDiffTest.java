package dev.plimsoll.deploy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.deploy.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ObjectDiffTest {

  private static final Mask NOTHING = Mask.of(List.of(), List.of());

  @Test
  void findsFieldsByNameAndNotByPlace() throws Json.Malformed {
    JsonNode before =
        Json.parse("{'a': [{'name': 'x', 'v': 1}, {'name': 'y', 'v': 2}]}".replace('\'', '"'));
    JsonNode after =
        Json.parse("{'a': [{'name': 'y', 'v': 3}, {'name': 'x', 'v': 1}]}".replace('\'', '"'));

    assertThat(ObjectDiff.of(before, after, NOTHING))
        .singleElement()
        .hasToString("FieldChange[path=a[name=y].v, before=Optional[2], after=Optional[3]]");
  }

  @Test
  void overlooksWhatOnlyTheServerWrites() throws Json.Malformed {
    JsonNode before =
        Json.parse("{\"metadata\": {\"generation\": 1, \"uid\": \"a\"}, \"status\": {}}");
    JsonNode after =
        Json.parse("{\"metadata\": {\"generation\": 2, \"uid\": \"a\"}, \"status\": {\"x\": 1}}");

    assertThat(ObjectDiff.of(before, after, NOTHING)).isEmpty();
  }

  @Test
  void findsWhatIsTakenAway() throws Json.Malformed {
    JsonNode earlier = Json.parse("{\"spec\": {\"a\": 1, \"b\": 2}}");
    JsonNode later = Json.parse("{\"spec\": {\"a\": 1}}");
    JsonNode live = Json.parse("{\"spec\": {\"a\": 1, \"b\": 5, \"default\": true}}");

    assertThat(ObjectDiff.removed(earlier, later, live, NOTHING))
        .singleElement()
        .hasToString("FieldChange[path=spec.b, before=Optional[5], after=Optional.empty]");
  }

  @Test
  void hidesSecretsWhereverTheyTurnUp() throws Json.Malformed {
    String manifest =
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: s}
        data: {password: aHVudGVyMg==}
        """;
    Mask mask = Mask.of(List.of(manifest), List.of());

    assertThat(mask.text("the password is hunter2, or aHVudGVyMg=="))
        .isEqualTo("the password is ********, or ********");
    JsonNode before = Json.parse("{\"data\": {\"password\": \"YQ==\"}}");
    JsonNode after = Json.parse("{\"data\": {\"password\": \"Yg==\"}}");
    assertThat(ObjectDiff.of(before, after, mask.forKind("Secret")))
        .singleElement()
        .hasToString(
            "FieldChange[path=data.password, before=Optional[********], after=Optional[********]]");
  }
}
