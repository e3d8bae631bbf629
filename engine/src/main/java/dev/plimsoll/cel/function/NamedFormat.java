package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelOpaque;
import dev.plimsoll.cel.value.CelType;
import org.jspecify.annotations.Nullable;

/** A format of names that Kubernetes knows, such as {@code dns1123Label}. */
record NamedFormat(String name, int regexSize) implements CelOpaque {

  static final CelType TYPE = new CelType("kubernetes.NamedFormat");

  /** The format with a name; null if there is none. */
  static @Nullable NamedFormat of(String name) {
    int size =
        switch (name) {
          case "dns1123Label", "dns1035Label", "dns1123LabelPrefix", "dns1035LabelPrefix" -> 30;
          case "dns1123Subdomain", "qualifiedName", "dns1123SubdomainPrefix" -> 60;
          case "labelValue" -> 40;
          case "uri" -> 1103;
          case "uuid" -> 73;
          case "byte" -> 84;
          case "date", "datetime" -> 77;
          default -> 0;
        };
    return size == 0 ? null : new NamedFormat(name, size);
  }

  @Override
  public CelType type() {
    return TYPE;
  }
}
