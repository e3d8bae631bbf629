package dev.plimsoll.capacity;

import dev.plimsoll.manifest.Field;

/**
 * One entry of {@code limits} of a LimitRange.
 *
 * @param owner the LimitRange for messages: {@code LimitRange `small`}
 * @param field the entry
 */
public record LimitRangeItem(String owner, Field field) {

  /** {@code Container}, {@code Pod} or {@code PersistentVolumeClaim}. */
  public String type() {
    return field.get("type").text().orElse("");
  }

  public Amounts min() {
    return Amounts.of(field.get("min"));
  }

  public Amounts max() {
    return Amounts.of(field.get("max"));
  }

  /** The most that a limit may be of its request. */
  public Amounts maxRatio() {
    return Amounts.of(field.get("maxLimitRequestRatio"));
  }

  /** What a container without a limit gets: the API server takes {@code max} for it. */
  Amounts defaultLimits() {
    return type().equals("Container") ? Amounts.of(field.get("default")).or(max()) : Amounts.NONE;
  }

  /** What a container without a request gets: the default limit, or else {@code min}. */
  Amounts defaultRequests() {
    return type().equals("Container")
        ? Amounts.of(field.get("defaultRequest")).or(defaultLimits()).or(min())
        : Amounts.NONE;
  }
}
