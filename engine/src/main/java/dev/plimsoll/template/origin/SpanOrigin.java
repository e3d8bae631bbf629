package dev.plimsoll.template.origin;

import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.Location;
import dev.plimsoll.template.value.Source.ValuesNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of rendered text came from.
 *
 * @param location the place to edit: of the values, or else of the template
 * @param precision how sure it is that editing this place changes the part
 * @param values the node of the values that decides; null if the template does
 * @param template the template text that wrote the part; null if that is not known
 */
public record SpanOrigin(
    Location location,
    Precision precision,
    @Nullable ValuesNode values,
    @Nullable Location template) {

  /** The node of the values that decides; empty if the template does. */
  public Optional<ValuesNode> valuesNode() {
    return Optional.ofNullable(values);
  }

  /** The template text that wrote the part, where that is another place than {@link #location}. */
  public Optional<Location> writtenBy() {
    return Optional.ofNullable(template).filter(place -> !place.equals(location));
  }

  /** {@code file:line}; or the option of a command line that decides. */
  public String place() {
    return valuesNode()
        .map(ValuesNode::origin)
        .filter(origin -> origin.layer().kind().isOption())
        .map(Origin::place)
        .orElseGet(location::line);
  }

  SpanOrigin approximate() {
    return new SpanOrigin(location, Precision.APPROXIMATE, values, template);
  }
}
