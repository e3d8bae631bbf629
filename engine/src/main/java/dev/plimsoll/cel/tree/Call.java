package dev.plimsoll.cel.tree;

import dev.plimsoll.cel.function.Costs;
import dev.plimsoll.cel.function.Library;
import java.util.List;

/**
 * A call of a function, the receiver being its first argument.
 *
 * @param overload the one that the checker chose; empty if the values decide
 */
public record Call(
    int offset, String function, String overload, List<Expr> arguments, Library library)
    implements Expr {

  public Call {
    arguments = List.copyOf(arguments);
  }

  @Override
  public Object evaluate(Frame frame) {
    Object[] values = new Object[arguments.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments.get(i).evaluate(frame);
    }
    if (function.equals("_[_]")) {
      frame.meter.add(1);
      return Lookup.required(frame.reads, values[0], values[1]);
    }
    Object result = library.call(function, values);
    frame.meter.add(Costs.of(function, overload, values, result));
    return result;
  }
}
