package dev.plimsoll.cel.program;

import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.CelMap;
import dev.plimsoll.cel.value.CostExceeded;
import dev.plimsoll.cel.value.Meter;
import dev.plimsoll.cel.value.ReadLog;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What expressions know as {@code variables}: evaluated when they are asked for, and once. */
final class LazyVariables implements CelMap {

  private final Map<String, CelProgram> programs = new LinkedHashMap<>();
  private final Map<String, Known> known = new HashMap<>();
  private final Function<String, @Nullable Object> values;
  private ReadLog reads = new ReadLog();
  private long cost;

  /**
   * A variable that was evaluated.
   *
   * @param value a {@link CelFailure} if that did not work
   */
  private record Known(Object value, ReadLog.Recording reads) {}

  LazyVariables(List<CelRule.Named> variables, Function<String, @Nullable Object> values) {
    variables.forEach(variable -> programs.put(variable.name(), variable.program()));
    this.values = values;
  }

  /** Where what variables read is remembered from now on. */
  void readInto(ReadLog log) {
    this.reads = log;
  }

  /** What was spent on variables since this was asked last. */
  long takeCost() {
    long taken = cost;
    cost = 0;
    return taken;
  }

  @Override
  public int size() {
    return programs.size();
  }

  @Override
  public Collection<?> keys() {
    return programs.keySet();
  }

  @Override
  public @Nullable Object get(Object key) {
    CelProgram program = programs.get(key);
    if (program == null) {
      return null;
    }
    String name = key.toString();
    Known variable = known.get(name);
    if (variable == null) {
      int mark = reads.mark();
      Object value = evaluate(name, program);
      variable = new Known(value, reads.since(mark));
      known.put(name, variable);
    } else {
      reads.replay(variable.reads);
    }
    return variable.value;
  }

  private Object evaluate(String name, CelProgram program) {
    Meter meter = new Meter(Meter.PER_EXPRESSION);
    try {
      return program.evaluate(values, meter, reads);
    } catch (CelFailure failure) {
      return failure.isUndecided() ? failure : failure(name, failure.text());
    } catch (CostExceeded e) {
      return failure(name, String.valueOf(e.getMessage()));
    } finally {
      cost += meter.cost();
    }
  }

  private static CelFailure failure(String name, String message) {
    return CelFailure.of("composited variable \"" + name + "\" fails to evaluate: " + message);
  }
}
