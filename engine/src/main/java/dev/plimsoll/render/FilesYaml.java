package dev.plimsoll.render;

import dev.plimsoll.template.function.FunctionContext;
import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.function.TemplateFunction;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.HelmVersion;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Writes the contents of files as a YAML map, with the function {@code toYaml} itself. */
final class FilesYaml implements FunctionContext {

  private final HelmVersion helm;
  private final TemplateFunction toYaml;
  private final boolean tracked;

  FilesYaml(HelmVersion helm, FunctionTable functions, boolean tracked) {
    this.helm = helm;
    this.toYaml = Objects.requireNonNull(functions.get("toYaml"));
    this.tracked = tracked;
  }

  /**
   * The texts under their names.
   *
   * @param trace what the map as a whole depends on
   */
  GoValue of(Map<String, TracedText> texts, Trace trace) {
    Map<String, GoValue> entries = HashMap.newHashMap(texts.size());
    texts.forEach((name, text) -> entries.put(name, new GoString(text)));
    GoMap map = new GoMap(entries, "map[string]string", trace, _ -> trace);
    return toYaml.body().call(this, List.of(map));
  }

  @Override
  public HelmVersion helm() {
    return helm;
  }

  @Override
  public boolean isTracked() {
    return tracked;
  }

  @Override
  public RandomGenerator random() {
    throw unused();
  }

  @Override
  public Clock clock() {
    throw unused();
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public TracedText include(String name, GoValue data) {
    throw unused();
  }

  @Override
  public TracedText evaluate(TracedText template, GoValue data) {
    throw unused();
  }

  @Override
  public void noteNonDeterminism(String function) {
    throw unused();
  }

  /** The files of a chart are bounded where they are read, and what is written of them again. */
  @Override
  public void charge(long characters) {}

  private static UnsupportedOperationException unused() {
    return new UnsupportedOperationException("toYaml does not ask for this");
  }
}
