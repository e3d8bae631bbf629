package dev.plimsoll.rules.helmfile;

import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.values.LayerValues;
import java.util.Optional;
import java.util.regex.Pattern;

/** An entry of the {@code values} of a release that names a file. */
final class ValuesEntry {

  private static final Pattern UPWARDS = Pattern.compile("^(?:\\.{1,2}/)+");

  private ValuesEntry() {}

  /** The layer that an entry came to. */
  static Optional<LayerValues> layer(ReleaseInstance release, String entry) {
    // An entry is relative to the folder of its helmfile.
    String plain = UPWARDS.matcher(entry).replaceFirst("");
    return release.layers().stream()
        .filter(layer -> isAt(plain, layer.layer().file().path()))
        .findFirst();
  }

  private static boolean isAt(String entry, String path) {
    return path.equals(entry) || path.endsWith("/" + entry);
  }
}
