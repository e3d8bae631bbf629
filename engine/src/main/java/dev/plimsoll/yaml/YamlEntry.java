package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;
import java.util.Optional;

/** A key with its value. */
public record YamlEntry(YamlNode key, YamlNode value) {

  /**
   * The key as JSON has it: {@code on:} is {@code "true"}, {@code 1:} is {@code "1"}. Empty for a
   * key that JSON cannot have, such as a mapping or null.
   */
  public Optional<String> keyText() {
    return YamlKeys.text(key);
  }

  /** From the start of the key to the end of the value. */
  public Span span() {
    return key.span().cover(value.span());
  }

  /** Whether this is a YAML 1.1 merge key ({@code <<}). */
  public boolean isMerge() {
    return YamlKeys.isMerge(key);
  }
}
