package dev.plimsoll.template.function;

/** Which Go library decides what a value looks like. */
enum Encoding {
  /** {@code encoding/json}. */
  JSON,
  /** {@code sigs.k8s.io/yaml}: JSON that go-yaml v2 reads and writes again. */
  YAML,
  /** go-yaml v3 itself. */
  PRETTY_YAML
}
