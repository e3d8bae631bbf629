package dev.plimsoll.helmfile;

import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.MapValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A release in one environment, as helmfile would install it.
 *
 * @param spec every field, with inherited ones and templates resolved; each knows its place
 * @param kubeContext the cluster; empty for the current context of whoever runs helmfile
 * @param version the locked one where there is a lock
 * @param labels with those that helmfile adds
 * @param isEnabled what its {@code condition} comes to
 * @param isSelected whether the selectors mean it
 * @param needs ids of releases
 */
public record HelmfileRelease(
    StateFile state,
    MapValue spec,
    Optional<Located<String>> kubeContext,
    String version,
    Map<String, String> labels,
    boolean isEnabled,
    boolean isSelected,
    List<Located<String>> needs) {

  public HelmfileRelease {
    labels = java.util.Collections.unmodifiableMap(new TreeMap<>(labels));
    needs = List.copyOf(needs);
  }

  public Located<String> name() {
    return located("name");
  }

  public Located<String> chart() {
    return located("chart");
  }

  /** Empty where helmfile leaves it to the current context. */
  public Located<String> namespace() {
    return located("namespace");
  }

  /** Whether it is to be there; {@code installed: false} uninstalls it. */
  public boolean isInstalled() {
    return Nodes.flag(spec, "installed").orElse(true);
  }

  /** The state file's fields. */
  public MapValue stateSpec() {
    return state.spec();
  }

  /** The folder that relative paths start from. */
  public String folder() {
    return state.folder();
  }

  /** The path of the state file. */
  public String file() {
    return state.file().path();
  }

  /** {@code [KUBECONTEXT/][NAMESPACE/]NAME}. */
  public String id() {
    return Needs.id(spec);
  }

  /** Where the release is said; its name may come from values. */
  public Location location() {
    Location name = name().location();
    Location start = spec.origin().location();
    return spec.entries().containsKey("name") && name.file().equals(start.file())
        ? name
        : firstKey(start);
  }

  private static Location firstKey(Location start) {
    String text = start.file().text();
    int end = start.span().start();
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return start.file().at(new Span(start.span().start(), end));
  }

  /** Labels as {@code helmfile list} prints them. */
  public String labelText() {
    StringBuilder text = new StringBuilder();
    labels.forEach((key, value) ->
        text.append(text.isEmpty() ? "" : ",").append(key).append(':').append(value));
    return text.toString();
  }

  private Located<String> located(String field) {
    return Nodes.textAt(spec, field).orElseGet(() -> new Located<>("", Nodes.start(spec)));
  }
}
