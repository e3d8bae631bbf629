package dev.plimsoll.rules.values;

import dev.plimsoll.template.syntax.Operand;
import dev.plimsoll.template.syntax.Pipeline;
import dev.plimsoll.template.syntax.TemplateNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows values through one template without running it: dot through {@code with} and {@code
 * range}, variables, {@code index}, {@code get}, {@code dig} and functions that give back what they
 * are given (see {@link ReferenceCalls}). A value that goes anywhere else, into the output above
 * all, is read as a whole.
 */
final class ReferenceReader {

  /** Takes what is read. */
  interface Sink {

    /**
     * A value is read.
     *
     * @param whole whether what is in it may be read too
     */
    void read(List<String> path, boolean whole);

    /** A named template is called. */
    void include(String name);
  }

  private final Sink sink;
  private final ReferenceCalls calls = new ReferenceCalls(this);
  private final Deque<Map<String, Held>> variables = new ArrayDeque<>();

  /** What dot is in a template that others call: perhaps the dot of a chart. */
  private Held dot = Held.ROOT;

  ReferenceReader(Sink sink) {
    this.sink = sink;
  }

  void read(TemplateNode.Block body) {
    variables.push(new HashMap<>());
    declare("$", Held.ROOT);
    nodes(body);
    variables.pop();
  }

  /** What goes where it cannot be followed. */
  void readWhole(Held held) {
    held.paths().forEach(path -> sink.read(path, true));
  }

  /** What is only looked at: whether it is there, of what kind, how long. */
  void readShallow(Held held) {
    held.paths().forEach(path -> sink.read(path, false));
  }

  void include(String name) {
    sink.include(name);
  }

  // The parser bounds the depth of blocks and parentheses, so recursion is safe.
  private void nodes(TemplateNode.@Nullable Block block) {
    if (block != null) {
      block.nodes().forEach(this::node);
    }
  }

  private void node(TemplateNode node) {
    switch (node) {
      case TemplateNode.Action action -> action(action.pipeline());
      case TemplateNode.If branch -> {
        variables.push(new HashMap<>());
        readShallow(assigned(branch.pipeline()));
        nodes(branch.body());
        nodes(branch.otherwise());
        variables.pop();
      }
      case TemplateNode.With branch -> {
        variables.push(new HashMap<>());
        Held held = assigned(branch.pipeline());
        readShallow(held);
        below(held, branch.body());
        nodes(branch.otherwise());
        variables.pop();
      }
      case TemplateNode.Range loop -> range(loop);
      case TemplateNode.Call call -> {
        sink.include(call.name());
        Pipeline argument = call.argument();
        if (argument != null) {
          readWhole(pipeline(argument));
        }
      }
      case TemplateNode.Text _,
          TemplateNode.Comment _,
          TemplateNode.Break _,
          TemplateNode.Continue _ -> {}
    }
  }

  private void action(Pipeline pipeline) {
    if (pipeline.declared().isEmpty()) {
      readWhole(pipeline(pipeline));
    } else {
      readShallow(assigned(pipeline));
    }
  }

  private void range(TemplateNode.Range loop) {
    variables.push(new HashMap<>());
    Held held = pipeline(loop.pipeline());
    readShallow(held);
    Held item = held.any();
    readShallow(item);
    List<Pipeline.Variable> declared = loop.pipeline().declared();
    for (int i = 0; i < declared.size(); i++) {
      // The first of two is the key.
      assign(
          declared.get(i).name(),
          i == declared.size() - 1 ? item : Held.NOTHING,
          loop.pipeline().assigns());
    }
    below(item, loop.body());
    nodes(loop.otherwise());
    variables.pop();
  }

  private void below(Held newDot, TemplateNode.Block body) {
    Held outer = dot;
    dot = newDot;
    nodes(body);
    dot = outer;
  }

  /** What a pipeline gives, which its variables then hold. */
  private Held assigned(Pipeline pipeline) {
    Held held = pipeline(pipeline);
    for (Pipeline.Variable variable : pipeline.declared()) {
      assign(variable.name(), held, pipeline.assigns());
    }
    return held;
  }

  Held pipeline(Pipeline pipeline) {
    Held piped = null;
    for (Pipeline.Command command : pipeline.commands()) {
      piped = calls.command(command, piped);
    }
    return piped == null ? Held.NOTHING : piped;
  }

  Held operand(Operand operand) {
    return switch (operand) {
      case Operand.Dot _ -> dot;
      case Operand.Field field -> dot.fields(field.fields());
      case Operand.Variable variable -> variable(variable.name()).fields(variable.fields());
      case Operand.Chain chain -> operand(chain.of()).fields(chain.fields());
      case Operand.Nested nested -> pipeline(nested.pipeline());
      case Operand.Function function -> calls.function(function.name(), List.of());
      case Operand.Nil _, Operand.Bool _, Operand.Numeral _, Operand.Text _ -> Held.NOTHING;
    };
  }

  private Held variable(String name) {
    for (Map<String, Held> frame : variables) {
      Held held = frame.get(name);
      if (held != null) {
        return held;
      }
    }
    return Held.NOTHING;
  }

  private void assign(String name, Held held, boolean toKnown) {
    if (toKnown) {
      for (Map<String, Held> frame : variables) {
        // Which branch ran is not known, so it may hold what it held before.
        if (frame.computeIfPresent(name, (_, before) -> before.or(held)) != null) {
          return;
        }
      }
    }
    declare(name, held);
  }

  private void declare(String name, Held held) {
    variables.getFirst().put(name, held);
  }
}
