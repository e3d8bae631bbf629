package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.source.Location;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said of a field that helmfile does not know: what was probably meant. */
final class UnknownField {

  /** Names that no spelling leads to. */
  private static final Map<String, String> MEANT =
      Map.of(
          "state.EnvironmentSpec.context",
          "kubeContext",
          "state.ReleaseSpec.context",
          "kubeContext",
          "state.HelmSpec.context",
          "kubeContext",
          "state.HelmState.context",
          "kubeContext",
          "state.ReleaseSpec.valuesFiles",
          "values",
          "state.ReleaseSpec.dependsOn",
          "needs",
          "state.ReleaseSpec.depends_on",
          "needs",
          "state.ReleaseSpec.enabled",
          "installed");

  private static final Map<String, String> ADVICE =
      Map.of(
          "state.ReleaseSpec.clusters",
          "a release is installed on the cluster of its `kubeContext`: make an environment with a"
              + " `kubeContext` for each cluster",
          "state.EnvironmentSpec.clusters",
          "an environment is one cluster: make an environment with a `kubeContext` for each",
          "state.EnvironmentSpec.defaults",
          "defaults belong to the top-level `values`");

  private UnknownField() {}

  static Diagnostic diagnostic(StateText text, YamlScalar key, Shape.Struct struct, String path) {
    Location place = text.locate(key.span());
    String name = struct.goName() + "." + key.text();
    boolean isTop = struct.equals(Shapes.STATE);
    Optional<String> meant =
        Optional.ofNullable(MEANT.get(name))
            .or(() -> NearestName.of(key.text(), struct.fields().keySet()));
    String where = isTop ? "a helmfile" : "`" + path + "`";
    String message = "helmfile knows no field `" + key.text() + "` in " + where;
    String advice = ADVICE.get(name);
    if (advice != null) {
      return unknown(place, message + ", so it refuses the file; " + advice + ".");
    }
    if (meant.isEmpty()) {
      return isTop
          ? Diagnostic.of(
              HelmfileRules.VALUES_IN_HELMFILE,
              place,
              message
                  + ", so it refuses the file; if these are values of a chart or environment, they"
                  + " belong in a file of their own that `values` names.")
          : unknown(place, message + ", so it refuses the file.");
    }
    Diagnostic found =
        unknown(place, message + ", so it refuses the file; did you mean `" + meant.get() + "`?");
    return place.file().text(place.span()).equals(key.text())
        ? found.withFix(
            new Fix(
                "Rename `" + key.text() + "` to `" + meant.get() + "`",
                Fix.Applicability.SAFE,
                List.of(new TextEdit(place, meant.get()))))
        : found;
  }

  private static Diagnostic unknown(Location place, String message) {
    return Diagnostic.of(HelmfileRules.UNKNOWN_FIELD, place, message);
  }
}
