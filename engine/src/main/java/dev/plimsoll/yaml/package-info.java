/**
 * YAML as Helm reads it, with the exact place of everything.
 *
 * <p>Helm reads values through {@code sigs.k8s.io/yaml}: YAML 1.1 as go-yaml v2 resolves it, turned
 * into JSON. The tree here keeps the text as it stands (styles, comments, anchors, duplicate keys)
 * and says for each scalar what Helm makes of it.
 */
@NullMarked
package dev.plimsoll.yaml;

import org.jspecify.annotations.NullMarked;
