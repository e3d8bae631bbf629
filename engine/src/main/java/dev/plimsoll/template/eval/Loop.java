package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoBytes;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Site;
import dev.plimsoll.template.value.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code range}. */
final class Loop extends Statement {

  private final PipelineExpression over;
  private final Block body;
  private final @Nullable Block otherwise;
  private final int[] assigned;

  /**
   * @param assigned the variables from outside that are set inside, whether there are items or not
   */
  Loop(Site site, PipelineExpression over, Block body, @Nullable Block otherwise, int[] assigned) {
    super(site);
    this.over = over;
    this.body = body;
    this.otherwise = otherwise;
    this.assigned = assigned;
  }

  @Override
  int execute(Execution execution, Frame frame) {
    if (execution.isStackLow()) {
      return execution.onFreshStack(() -> execute(execution, frame));
    }
    execution.enter();
    GoValue value = over.evaluate(execution, frame, null);
    Decision decision = execution.isTracked() ? new Decision(execution, site, value.trace()) : null;
    GoValue dot = frame.dot;
    boolean isInterface = frame.isDotInterface;
    boolean hasItems = items(execution, frame, value);
    frame.dot = dot;
    frame.isDotInterface = isInterface;
    int next = NEXT;
    if (!hasItems && otherwise != null) {
      next = otherwise.execute(execution, frame);
    }
    if (decision != null) {
      decision.end(frame, hasItems, assigned);
    }
    execution.leave();
    return next;
  }

  private boolean items(Execution execution, Frame frame, GoValue value) {
    return switch (value) {
      case GoList list -> overList(execution, frame, list);
      case GoMap map -> overMap(execution, frame, map);
      case GoInt integer -> overNumber(execution, frame, integer);
      case GoBytes bytes -> overBytes(execution, frame, bytes);
      case GoNil _ -> false;
      case GoObject object when object.underlying() instanceof GoMap map ->
          overMap(execution, frame, map);
      case GoObject object when object.underlying() instanceof GoList list ->
          overList(execution, frame, list);
      default ->
          throw execution.failure(
              "range can't iterate over " + GoPrinter.text(value), value.trace());
    };
  }

  private boolean overList(Execution execution, Frame frame, GoList list) {
    List<GoValue> items = list.items();
    boolean areInterfaces = GoTypes.holdsInterfaces(list);
    Trace reasons = list.trace().reasons();
    for (int i = 0; i < items.size(); i++) {
      GoValue item = GoTypes.held(items.get(i));
      GoValue chosen = reasons.isNone() ? item : item.because(reasons);
      if (isLast(execution, frame, GoInt.of(i, reasons), chosen, areInterfaces)) {
        break;
      }
    }
    return !items.isEmpty();
  }

  /** The entries are those from before the loop: its body may change the map. */
  private boolean overMap(Execution execution, Frame frame, GoMap map) {
    List<String> keys = map.sortedKeys();
    GoValue[] values = new GoValue[keys.size()];
    GoValue[] names = new GoValue[keys.size()];
    for (int i = 0; i < values.length; i++) {
      GoValue value = map.get(keys.get(i));
      values[i] = GoTypes.held(value == null ? GoNil.LITERAL : value);
      names[i] = new GoString(map.keyText(keys.get(i)));
    }
    boolean areInterfaces = GoTypes.holdsInterfaces(map);
    Trace reasons = map.trace().reasons();
    for (int i = 0; i < values.length; i++) {
      GoValue chosen = reasons.isNone() ? values[i] : values[i].because(reasons);
      if (isLast(execution, frame, names[i].because(reasons), chosen, areInterfaces)) {
        break;
      }
    }
    return values.length > 0;
  }

  private boolean overNumber(Execution execution, Frame frame, GoInt number) {
    if (over.variableCount() > 1) {
      throw execution.failure(
          "can't use " + GoPrinter.text(number) + " to iterate over more than one variable",
          number.trace());
    }
    boolean isSigned = number.type().isSigned();
    long end = isSigned ? Math.max(0, number.value()) : number.value();
    for (long i = 0; i != end; i++) {
      GoInt item = new GoInt(i, number.type(), number.trace());
      if (isLast(execution, frame, GoNil.LITERAL, item, false)) {
        break;
      }
    }
    return end != 0;
  }

  private boolean overBytes(Execution execution, Frame frame, GoBytes bytes) {
    for (int i = 0; i < bytes.bytes().length; i++) {
      GoInt item = new GoInt(bytes.bytes()[i] & 0xff, GoInt.Type.UINT8, bytes.trace());
      if (isLast(execution, frame, GoInt.of(i, Trace.NONE), item, false)) {
        break;
      }
    }
    return bytes.bytes().length > 0;
  }

  /** Executes the body for an item; true if that was to be the last. */
  private boolean isLast(
      Execution execution, Frame frame, GoValue index, GoValue item, boolean isInterface) {
    int count = over.variableCount();
    if (count == 1) {
      frame.setItem(over.variable(0), item, isInterface);
    } else if (count == 2) {
      frame.set(over.variable(0), index);
      frame.setItem(over.variable(1), item, isInterface);
    }
    frame.dot = item;
    frame.isDotInterface = isInterface;
    execution.step();
    return body.execute(execution, frame) == BREAK;
  }
}
