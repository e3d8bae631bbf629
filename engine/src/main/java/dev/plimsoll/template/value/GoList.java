package dev.plimsoll.template.value;

import java.util.List;

/**
 * A slice or array. Templates cannot change one; the maps in it they can.
 *
 * @param typeName {@link #ANY}, {@link #STRINGS} or another Go slice type
 * @param isNil whether this is Go's nil slice: it looks empty, and JSON says {@code null}
 */
public record GoList(List<GoValue> items, String typeName, Trace trace, boolean isNil)
    implements GoValue {

  public static final String ANY = "[]interface {}";
  public static final String STRINGS = "[]string";

  public GoList {
    items = List.copyOf(items);
  }

  /** A slice that is not nil. */
  public GoList(List<GoValue> items, String typeName, Trace trace) {
    this(items, typeName, trace, false);
  }

  /** A {@code []interface{}}. */
  public GoList(List<GoValue> items, Trace trace) {
    this(items, ANY, trace, false);
  }

  /** A nil slice. */
  public static GoList nil(String typeName, Trace trace) {
    return new GoList(List.of(), typeName, trace, true);
  }

  @Override
  public GoList because(Trace reason) {
    return new GoList(items, typeName, trace.because(reason), isNil);
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
