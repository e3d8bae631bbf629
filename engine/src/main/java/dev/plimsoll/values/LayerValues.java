package dev.plimsoll.values;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.yaml.YamlFile;
import java.util.Optional;

/**
 * The values of one layer alone.
 *
 * @param yaml the parsed file; empty for a command-line option
 */
public record LayerValues(Layer layer, MapValue root, Optional<YamlFile> yaml) {}
