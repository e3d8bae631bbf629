package dev.plimsoll.template.value;

import java.util.List;

/**
 * A slice or array. Templates cannot change one; the maps in it they can.
 *
 * @param typeName {@link #ANY}, {@link #STRINGS} or another Go slice type
 */
public record GoList(List<GoValue> items, String typeName, Trace trace) implements GoValue {

  public static final String ANY = "[]interface {}";
  public static final String STRINGS = "[]string";

  public GoList {
    items = List.copyOf(items);
  }

  /** A {@code []interface{}}. */
  public GoList(List<GoValue> items, Trace trace) {
    this(items, ANY, trace);
  }

  @Override
  public GoList because(Trace reason) {
    return new GoList(items, typeName, trace.because(reason));
  }

  @Override
  public String kindName() {
    return "slice";
  }

  @Override
  public boolean isTrue() {
    return !items.isEmpty();
  }
}
