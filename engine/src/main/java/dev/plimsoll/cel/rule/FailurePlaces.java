package dev.plimsoll.cel.rule;

import dev.plimsoll.source.Location;
import java.util.List;

/**
 * Where a rule of the project says what may fail.
 *
 * @param rule where its id stands
 * @param validations the expression of each validation
 */
public record FailurePlaces(Location rule, List<Location> validations) {

  public FailurePlaces {
    validations = List.copyOf(validations);
  }
}
