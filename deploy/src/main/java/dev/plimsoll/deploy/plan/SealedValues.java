package dev.plimsoll.deploy.plan;

import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.helmfile.Secrets;
import dev.plimsoll.rules.estate.SopsFile;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.JsonPrinter;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A values file that sops has encrypted. A plan holds it as it is, and beside it what stood for its
 * secrets when the plan was made, twice with other tokens: what helm renders otherwise with the
 * second than with the first is what depends on a secret, and nothing else may.
 */
public final class SealedValues {

  private static final String OTHER_TOKEN = "plimsoll-other-secret";

  private SealedValues() {}

  /** The name of the file with the first tokens of a values file. */
  public static String tokens(String values) {
    return "tokens/" + values.substring(values.lastIndexOf('/') + 1);
  }

  /** The name of the file with the second tokens of a values file. */
  public static String otherTokens(String values) {
    return tokens(values).replaceFirst("\\.yaml$", ".other.yaml");
  }

  /** Whether a plan holds a values file in encrypted form. */
  public static boolean isSealed(Plan plan, String values) {
    return plan.files().containsKey(tokens(values));
  }

  /** Whether a text holds something that stands for a secret. */
  public static boolean hasToken(String text) {
    return text.contains(Secrets.TOKEN) || text.contains(Secrets.REFERENCE);
  }

  /** Whether sops has encrypted the file of a layer as a whole. */
  static boolean isSealed(LayerValues layer) {
    return layer.yaml().filter(Secrets::isEncrypted).isPresent()
        && !layer.root().entries().containsKey(Secrets.METADATA);
  }

  static String first(LayerValues layer) {
    return JsonPrinter.print(layer.root());
  }

  static String second(LayerValues layer) {
    return JsonPrinter.print(other(layer.root()));
  }

  /**
   * What a release that is installed has where these values have secrets.
   *
   * @param config the values that Helm has stored of it
   */
  static List<String> texts(LayerValues layer, JsonNode config) {
    List<String> texts = new ArrayList<>();
    collect(layer.root(), config, texts);
    return texts;
  }

  private static void collect(Value value, JsonNode live, List<String> texts) {
    switch (value) {
      case MapValue map ->
          map.entries().forEach((key, entry) -> collect(entry, live.path(key), texts));
      case ListValue list -> {
        for (int i = 0; i < list.items().size(); i++) {
          collect(list.items().get(i), live.path(i), texts);
        }
      }
      case ScalarValue scalar -> {
        if (SopsFile.isEncrypted(scalar.origin()) && live.isValueNode()) {
          texts.add(live.isString() ? live.asString("") : Json.line(live));
        }
      }
    }
  }

  private static Value other(Value value) {
    return switch (value) {
      case MapValue map -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> entries.put(key, other(entry)));
        yield new MapValue(entries, map.deleted(), map.origin(), map.shadowed());
      }
      case ListValue list ->
          new ListValue(
              list.items().stream().map(SealedValues::other).toList(),
              list.origin(),
              list.shadowed());
      case ScalarValue scalar ->
          SopsFile.isEncrypted(scalar.origin())
              ? new ScalarValue(other(scalar.content()), scalar.origin(), scalar.shadowed())
              : scalar;
    };
  }

  /**
   * A flag stays, as templates ask for it: where it decides something, nobody has reviewed that.
   */
  private static GoScalar other(GoScalar token) {
    return switch (token) {
      case GoScalar.Text _ -> new GoScalar.Text(OTHER_TOKEN);
      case GoScalar.Int64(long number) -> new GoScalar.Int64(number + 1);
      case GoScalar.Float64(double number) -> new GoScalar.Float64(number + 1);
      case GoScalar.Bool _, GoScalar.Nil _ -> token;
    };
  }
}
