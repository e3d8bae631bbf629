package dev.plimsoll.rules.workload;

import dev.plimsoll.manifest.Container;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.PodTemplate;
import java.util.ArrayList;
import java.util.List;

/**
 * An object that pods cannot start without.
 *
 * @param place the field that names it
 */
record Reference(String kind, String name, Field place, boolean isOptional) {

  private static final String CONFIG_MAP = "ConfigMap";
  private static final String SECRET = "Secret";

  /** Everything that pods refer to by name, each kind and name once. */
  static List<Reference> of(PodTemplate pods) {
    List<Reference> all = new ArrayList<>();
    for (Container container : pods.allContainers()) {
      for (Field source : container.get("envFrom").items()) {
        add(CONFIG_MAP, source.get("configMapRef"), "name", all);
        add(SECRET, source.get("secretRef"), "name", all);
      }
      for (Field variable : container.get("env").items()) {
        add(CONFIG_MAP, variable.get("valueFrom", "configMapKeyRef"), "name", all);
        add(SECRET, variable.get("valueFrom", "secretKeyRef"), "name", all);
      }
    }
    for (Field volume : pods.spec().get("volumes").items()) {
      add(CONFIG_MAP, volume.get("configMap"), "name", all);
      add(SECRET, volume.get("secret"), "secretName", all);
      add("PersistentVolumeClaim", volume.get("persistentVolumeClaim"), "claimName", all);
      for (Field source : volume.get("projected", "sources").items()) {
        add(CONFIG_MAP, source.get("configMap"), "name", all);
        add(SECRET, source.get("secret"), "name", all);
      }
    }
    account(pods, all);
    return all;
  }

  private static void account(PodTemplate pods, List<Reference> all) {
    Field account = pods.spec().get("serviceAccountName");
    account
        .text()
        .filter(name -> !name.isEmpty() && !name.equals("default"))
        .ifPresent(name -> all.add(new Reference("ServiceAccount", name, account, false)));
  }

  private static void add(String kind, Field reference, String nameField, List<Reference> all) {
    Field place = reference.get(nameField);
    String name = place.text().orElse("");
    boolean isKnown =
        all.stream().anyMatch(other -> other.kind.equals(kind) && other.name.equals(name));
    if (!name.isEmpty() && !isKnown) {
      all.add(new Reference(kind, name, place, reference.get("optional").isTrue()));
    }
  }
}
