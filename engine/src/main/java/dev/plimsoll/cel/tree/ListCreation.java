package dev.plimsoll.cel.tree;

import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.CelOptional;
import dev.plimsoll.cel.value.ListValue;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code [a, ?b]}.
 *
 * @param optional whether each item is left out if it is absent
 */
public record ListCreation(int offset, List<Expr> items, List<Boolean> optional) implements Expr {

  private static final int COST = 10;

  public ListCreation {
    items = List.copyOf(items);
    optional = List.copyOf(optional);
  }

  @Override
  public Object evaluate(Frame frame) {
    List<Object> values = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      Object value = items.get(i).evaluate(frame);
      if (!optional.get(i)) {
        values.add(value);
      } else if (value instanceof CelOptional(Object content)) {
        if (content != null) {
          values.add(content);
        }
      } else {
        throw CelFailure.of(
            "cannot initialize optional list element from non-optional value " + value);
      }
    }
    frame.meter.add(COST);
    return ListValue.of(values);
  }
}
