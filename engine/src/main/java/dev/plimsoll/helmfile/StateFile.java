package dev.plimsoll.helmfile;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.MapValue;
import java.util.List;

/**
 * A state file that was loaded for one environment: all its parts and bases together.
 *
 * @param file the file
 * @param folder that its relative paths start from
 * @param spec its fields
 * @param environment what has accumulated over the parts
 * @param values what templates see as {@code .Values} behind the last part
 * @param parts the fields of each part alone, for those who look at how they come together
 */
public record StateFile(
    SourceFile file,
    String folder,
    MapValue spec,
    StateEnvironment environment,
    MapValue values,
    List<MapValue> parts) {

  public StateFile {
    parts = List.copyOf(parts);
  }

  StateFile withSpec(MapValue newSpec) {
    return new StateFile(file, folder, newSpec, environment, values, parts);
  }
}
