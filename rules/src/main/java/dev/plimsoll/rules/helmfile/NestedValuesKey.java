package dev.plimsoll.rules.helmfile;

import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;

/** Inline values that are nested under `values` once more. */
public final class NestedValuesKey extends ReleaseRule {

  public NestedValuesKey() {
    super("nested-values-key");
  }

  @Override
  void check(Release release) {
    for (Value entry : Spec.items(release.spec(), "values")) {
      if (entry instanceof MapValue map
          && map.entries().size() == 1
          && map.entries().get("values") instanceof MapValue inner) {
        release.report(
            inner.origin().keyLocation(),
            "An entry of `values` is the values themselves, so the chart gets them under a key"
                + " `values`; drop the nesting.");
      }
    }
  }
}
