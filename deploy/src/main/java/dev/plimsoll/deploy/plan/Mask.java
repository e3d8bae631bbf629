package dev.plimsoll.deploy.plan;

import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.json.ManifestJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Hides secrets in everything that people or machines are shown: what Secrets hold, wherever else
 * it turns up as well, and what rules have recognised in values.
 */
public final class Mask {

  /** Stands for a secret. */
  public static final String HIDDEN = "********";

  /** Hiding less than this would hide half of every text. */
  private static final int SHORTEST = 4;

  private final List<String> secrets;
  private final boolean ofSecret;

  private Mask(Collection<String> secrets, boolean ofSecret) {
    // The longest first, so that no part of one stays.
    this.secrets =
        new TreeSet<>(secrets)
            .stream()
                .filter(text -> text.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    this.ofSecret = ofSecret;
  }

  /** One that knows the Secrets of manifests, and further texts. */
  public static Mask of(List<String> manifests, Collection<String> further) {
    TreeSet<String> found = new TreeSet<>();
    for (String secret : further) {
      add(found, secret);
      found.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }
    for (String manifest : manifests) {
      for (JsonNode object : ManifestJson.objects(manifest)) {
        if (Json.text(object, "kind").equals("Secret")) {
          object.path("data").forEach(value -> addEncoded(found, value.asString("")));
          object.path("stringData").forEach(value -> add(found, value.asString("")));
        }
      }
    }
    return new Mask(found, false);
  }

  /** The same for the fields of one object. */
  Mask forKind(String kind) {
    return new Mask(secrets, kind.equals("Secret"));
  }

  /** A text without secrets. */
  public String text(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, HIDDEN);
    }
    return masked;
  }

  /** The value of a field without secrets. */
  String field(String path, String value) {
    boolean isData =
        path.equals("data")
            || path.startsWith("data.")
            || path.startsWith("data[")
            || path.startsWith("stringData");
    return ofSecret && isData ? HIDDEN : text(value);
  }

  /** Whether two texts are the same, as far as what is hidden in one of them lets that be seen. */
  static boolean isSame(String one, String other) {
    return one.equals(other) || fits(one, other) || fits(other, one);
  }

  private static boolean fits(String hidden, String text) {
    if (!hidden.contains(HIDDEN)) {
      return false;
    }
    String pattern =
        Arrays.stream(hidden.split(Pattern.quote(HIDDEN), -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(text).matches();
  }

  private static void addEncoded(Set<String> found, String encoded) {
    found.add(encoded);
    try {
      add(found, new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // Helm or the API server will refuse it; then it is hidden as it stands.
      return;
    }
  }

  /** A secret of several lines may be printed line by line. */
  private static void add(Set<String> found, String secret) {
    found.add(secret);
    secret.lines().map(String::strip).forEach(found::add);
  }
}
