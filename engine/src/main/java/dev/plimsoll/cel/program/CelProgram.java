package dev.plimsoll.cel.program;

import dev.plimsoll.cel.tree.Expr;
import dev.plimsoll.cel.tree.Frame;
import dev.plimsoll.cel.tree.TreeReader;
import dev.plimsoll.cel.tree.TreeWriter;
import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.CostExceeded;
import dev.plimsoll.cel.value.Meter;
import dev.plimsoll.cel.value.ReadLog;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A checked expression. Immutable; may be evaluated by many threads at once.
 *
 * @param source its text
 * @param tree the expression itself
 * @param locals how many places its macros need
 */
public record CelProgram(String source, Expr tree, int locals) {

  /**
   * Evaluates the expression, on its own and within the limit of one expression.
   *
   * @param variables the value of each variable: what {@code CelValues} or {@code YamlView} make,
   *     an {@code Unknown} for what cannot be known offline, null for what is not set
   */
  public CelResult evaluate(Function<String, @Nullable Object> variables) {
    ReadLog reads = new ReadLog();
    Meter meter = new Meter(Meter.PER_EXPRESSION);
    try {
      Object value = evaluate(variables, meter, reads);
      return new CelResult.Value(value, reads.reads(), meter.cost());
    } catch (CelFailure failure) {
      return failure.isUndecided()
          ? new CelResult.Undecided(failure.text())
          : new CelResult.Failed(failure.text(), reads.reads());
    } catch (CostExceeded e) {
      return new CelResult.Failed(String.valueOf(e.getMessage()), reads.reads());
    }
  }

  Object evaluate(Function<String, @Nullable Object> variables, Meter meter, ReadLog reads) {
    return tree.evaluate(new Frame(variables, locals, meter, reads));
  }

  /** Writes the program in the form that {@link #read} reads. */
  public void write(DataOutput out) throws IOException {
    TreeWriter.text(source, out);
    out.writeShort(locals);
    TreeWriter.write(tree, out);
  }

  /** Reads what {@link #write} wrote with the same version of Plimsoll. */
  public static CelProgram read(DataInput in) throws IOException {
    String source = TreeReader.text(in);
    int locals = in.readShort();
    return new CelProgram(source, TreeReader.read(in), locals);
  }
}
