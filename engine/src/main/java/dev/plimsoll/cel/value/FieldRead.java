package dev.plimsoll.cel.value;

import dev.plimsoll.yaml.YamlNode;

/**
 * A field that an expression looked at.
 *
 * @param variable the document: {@code object}, {@code params}, ...
 * @param path where it is in the document, as {@code spec.containers[0].image}
 * @param node its value; the mapping or sequence that lacks it if it is absent
 * @param present whether it is there
 */
public record FieldRead(String variable, String path, YamlNode node, boolean present) {}
