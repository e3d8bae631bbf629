package dev.plimsoll.rules.network;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.manifest.Container;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names of ports, by which probes and Services ask for them. */
public final class PortNames {

  private PortNames() {}

  /** Those of the ports that a container declares. */
  public static List<String> of(Container container) {
    List<String> names = new ArrayList<>();
    for (Field port : container.get("ports").items()) {
      port.get("name").text().ifPresent(names::add);
    }
    return names;
  }

  /** What was probably meant by a name that is not among them: the only one, or a near one. */
  public static Optional<Wanted> meant(Field port, List<String> names) {
    Optional<String> name =
        names.size() == 1
            ? names.stream().findFirst()
            : NearestName.of(port.text().orElse(""), names);
    return name.map(Wanted::text);
  }
}
