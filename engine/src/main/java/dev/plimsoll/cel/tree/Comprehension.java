package dev.plimsoll.cel.tree;

import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.CelList;
import dev.plimsoll.cel.value.CelMap;
import dev.plimsoll.cel.value.ReadLog;

/**
 * What macros over lists and maps expand to.
 *
 * @param variable the place of the item, or of a map's key
 * @param second the place of a list's item or a map's value where the macro has two variables (the
 *     first then is the index or key); -1 if it has one
 * @param accumulator the place of what is collected
 * @param condition whether to go on
 * @param step the next of what is collected
 */
public record Comprehension(
    int offset,
    Kind kind,
    int variable,
    int second,
    int accumulator,
    Expr range,
    Expr init,
    Expr condition,
    Expr step,
    Expr result)
    implements Expr {

  /** What decides the result. */
  public enum Kind {
    /** The item that makes it false. */
    ALL,
    /** The item that makes it true. */
    EXISTS,
    /** All items. */
    COLLECT
  }

  @Override
  public Object evaluate(Frame frame) {
    Object over = range.evaluate(frame);
    frame.setLocal(accumulator, attempt(init, frame));
    int start = frame.reads.mark();
    if (over instanceof CelList list) {
      for (int i = 0; i < list.size(); i++) {
        if (!visit(frame, list, (long) i, list.get(i), start)) {
          break;
        }
      }
    } else if (over instanceof CelMap map) {
      for (Object key : map.keys()) {
        if (!visit(
            frame, map, key, second < 0 ? key : Lookup.required(frame.reads, map, key), start)) {
          break;
        }
      }
    } else {
      throw CelFailure.of("no such overload");
    }
    return result.evaluate(frame);
  }

  private boolean visit(Frame frame, Object container, Object key, Object item, int start) {
    // Evaluated for its cost as well, which Kubernetes counts once per item.
    if (!Boolean.TRUE.equals(condition.evaluate(frame))) {
      return false;
    }
    ReadLog reads = frame.reads;
    int before = reads.mark();
    if (container instanceof CelList) {
      reads.add(container, key, item);
    } else {
      reads.add(container, key, ((CelMap) container).get(key));
    }
    frame.setLocal(variable, second < 0 ? item : key);
    if (second >= 0) {
      frame.setLocal(second, item);
    }
    Object next = kind == Kind.COLLECT ? step.evaluate(frame) : attempt(step, frame);
    frame.setLocal(accumulator, next);
    if (next instanceof Boolean truth && truth == (kind == Kind.EXISTS) && kind != Kind.COLLECT) {
      reads.forget(start, before);
    }
    return true;
  }

  /** The value or the error: it only counts if something reads it. */
  private static Object attempt(Expr expression, Frame frame) {
    try {
      return expression.evaluate(frame);
    } catch (CelFailure failure) {
      return failure;
    }
  }
}
