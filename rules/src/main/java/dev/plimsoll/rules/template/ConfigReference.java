package dev.plimsoll.rules.template;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ConfigMap or Secret that pods use.
 *
 * @param kind {@code ConfigMap} or {@code Secret}
 * @param place the field that names it
 * @param isRefreshed whether a running pod ever sees a change: files of a volume are exchanged,
 *     environment variables and single files ({@code subPath}) never
 */
record ConfigReference(String kind, String name, YamlNode place, boolean isRefreshed) {

  private static final String CONFIG_MAP = "ConfigMap";
  private static final String SECRET = "Secret";

  /** Everything that a pod template refers to, in the order of the fields. */
  static List<ConfigReference> of(YamlNode podTemplate) {
    Optional<YamlNode> spec = Objects.entry(podTemplate, "spec").map(YamlEntry::value);
    if (spec.isEmpty()) {
      return List.of();
    }
    List<ConfigReference> found = new ArrayList<>();
    List<YamlNode> containers = new ArrayList<>(Objects.items(spec.get(), "initContainers"));
    containers.addAll(Objects.items(spec.get(), "containers"));
    for (YamlNode container : containers) {
      for (YamlNode source : Objects.items(container, "envFrom")) {
        add(source, "configMapRef", "name", CONFIG_MAP, false, found);
        add(source, "secretRef", "name", SECRET, false, found);
      }
      for (YamlNode variable : Objects.items(container, "env")) {
        Objects.entry(variable, "valueFrom")
            .map(YamlEntry::value)
            .ifPresent(source -> {
              add(source, "configMapKeyRef", "name", CONFIG_MAP, false, found);
              add(source, "secretKeyRef", "name", SECRET, false, found);
            });
      }
    }
    for (YamlNode volume : Objects.items(spec.get(), "volumes")) {
      boolean isRefreshed =
          Objects.text(volume, "name").filter(name -> hasWholeMount(containers, name)).isPresent();
      add(volume, "configMap", "name", CONFIG_MAP, isRefreshed, found);
      add(volume, "secret", "secretName", SECRET, isRefreshed, found);
      for (YamlNode source : Objects.items(volume, "projected", "sources")) {
        add(source, "configMap", "name", CONFIG_MAP, isRefreshed, found);
        add(source, "secret", "name", SECRET, isRefreshed, found);
      }
    }
    return found;
  }

  private static void add(
      YamlNode owner,
      String field,
      String nameField,
      String kind,
      boolean isRefreshed,
      List<ConfigReference> found) {
    Objects.entry(owner, field)
        .ifPresent(entry ->
            Objects.text(entry.value(), nameField)
                .ifPresent(
                    name -> found.add(new ConfigReference(kind, name, entry.key(), isRefreshed))));
  }

  private static boolean hasWholeMount(List<YamlNode> containers, String volume) {
    return containers.stream()
        .flatMap(container -> Objects.items(container, "volumeMounts").stream())
        .filter(mount -> Objects.text(mount, "name").filter(volume::equals).isPresent())
        .anyMatch(mount ->
            StructFields.of(mount).filter(it -> it.value("subPath").isEmpty()).isPresent());
  }
}
