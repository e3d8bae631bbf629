package dev.plimsoll.rules;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hides secrets in values that are shown to people, wherever they went: a secret is what a rule
 * points at as one, and everything in a file that should have been encrypted.
 */
public final class SecretValues {

  /** Stands for a secret wherever people read. */
  public static final String MASKED = "********";

  private static final GoScalar MASK = new GoScalar.Text(MASKED);
  private static final Set<String> OF_VALUES =
      Set.of("plaintext-secret", "partly-encrypted-sops-file");
  private static final String OF_FILES = "unencrypted-sops-file";

  private final Set<Location> places = new HashSet<>();
  private final Set<SourceFile> files = new HashSet<>();

  /** The secrets that diagnostics point at. */
  public SecretValues(List<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      if (OF_VALUES.contains(diagnostic.rule().value())) {
        places.add(diagnostic.location());
      } else if (diagnostic.rule().value().equals(OF_FILES)) {
        files.add(diagnostic.location().file());
      }
    }
  }

  /** The same map with every secret in it replaced, also where it lost to a stronger layer. */
  public MapValue mask(MapValue map) {
    if (places.isEmpty() && files.isEmpty()) {
      return map;
    }
    MapValue written = map.written();
    return new MapValue(
        mask(map.entries()),
        mask(map.deleted()),
        map.origin(),
        mask(map.shadowed()),
        written == null ? null : mask(written));
  }

  // The reader bounds the depth of values, so recursion is safe.
  private Value mask(Value value) {
    return switch (value) {
      case MapValue map -> mask(map);
      case ListValue list ->
          new ListValue(mask(list.items()), list.origin(), mask(list.shadowed()));
      case ScalarValue scalar ->
          new ScalarValue(
              isSecret(scalar.origin()) ? MASK : scalar.content(),
              scalar.origin(),
              mask(scalar.shadowed()));
    };
  }

  private Map<String, Value> mask(Map<String, Value> values) {
    Map<String, Value> masked = new LinkedHashMap<>();
    values.forEach((key, value) -> masked.put(key, mask(value)));
    return masked;
  }

  private List<Value> mask(List<Value> values) {
    return values.stream().map(this::mask).toList();
  }

  /** Whether what stands there must not be shown. */
  public boolean isSecret(Origin origin) {
    return places.contains(origin.location()) || files.contains(origin.layer().file());
  }
}
