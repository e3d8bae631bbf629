package dev.plimsoll.cel.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.values.CelByteString;
import dev.plimsoll.cel.function.Libraries;
import dev.plimsoll.cel.function.Library;
import dev.plimsoll.cel.program.CelProgram;
import dev.plimsoll.cel.tree.And;
import dev.plimsoll.cel.tree.Call;
import dev.plimsoll.cel.tree.Comprehension;
import dev.plimsoll.cel.tree.Conditional;
import dev.plimsoll.cel.tree.Expr;
import dev.plimsoll.cel.tree.Global;
import dev.plimsoll.cel.tree.ListCreation;
import dev.plimsoll.cel.tree.Literal;
import dev.plimsoll.cel.tree.Local;
import dev.plimsoll.cel.tree.MapCreation;
import dev.plimsoll.cel.tree.NotStrictlyFalse;
import dev.plimsoll.cel.tree.OptionalSelect;
import dev.plimsoll.cel.tree.Or;
import dev.plimsoll.cel.tree.Presence;
import dev.plimsoll.cel.tree.Select;
import dev.plimsoll.cel.value.CelBytes;
import dev.plimsoll.cel.value.CelNull;
import dev.plimsoll.cel.value.CelType;
import dev.plimsoll.cel.value.Unsigned;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes our tree of a checked one. */
final class ProgramBuilder {

  private final CelAbstractSyntaxTree checked;
  private final String text;
  private final Set<String> globals;

  /** The variables of macros around a node, the innermost first. */
  private final Deque<Map.Entry<String, Integer>> locals = new ArrayDeque<>();

  private int depth;
  private int places;

  ProgramBuilder(CelAbstractSyntaxTree checked, String text, Set<String> globals) {
    this.checked = checked;
    this.text = text;
    this.globals = globals;
  }

  CelProgram build() {
    return new CelProgram(text, node(checked.getExpr()), places);
  }

  private Expr node(CelExpr expr) {
    int offset = offset(expr);
    return switch (expr.getKind()) {
      case CONSTANT -> new Literal(offset, value(expr.constant()));
      case IDENT -> name(offset, expr.ident().name());
      case SELECT -> select(offset, expr.select());
      case CALL -> call(offset, expr);
      case LIST -> list(offset, expr.list());
      case MAP -> map(offset, expr.map());
      case COMPREHENSION -> comprehension(offset, expr.comprehension());
      case STRUCT, NOT_SET ->
          throw new IllegalStateException("Not checked by us: " + expr.getKind());
    };
  }

  private int offset(CelExpr expr) {
    Integer codePoints = checked.getSource().getPositionsMap().get(expr.id());
    int known = codePoints == null ? 0 : codePoints;
    return text.offsetByCodePoints(0, Math.clamp(known, 0, text.codePointCount(0, text.length())));
  }

  private Expr name(int offset, String name) {
    for (Map.Entry<String, Integer> local : locals) {
      if (local.getKey().equals(name)) {
        return new Local(offset, local.getValue());
      }
    }
    String plain = name.startsWith(".") ? name.substring(1) : name;
    return globals.contains(plain) || plain.equals("variables")
        ? new Global(offset, plain)
        : new Literal(offset, new CelType(plain));
  }

  private Expr select(int offset, CelExpr.CelSelect select) {
    Expr operand = node(select.operand());
    return select.testOnly()
        ? new Presence(offset, operand, select.field())
        : new Select(offset, operand, select.field());
  }

  private Expr call(int offset, CelExpr expr) {
    CelExpr.CelCall call = expr.call();
    List<Expr> arguments = new ArrayList<>();
    call.target().ifPresent(target -> arguments.add(node(target)));
    call.args().forEach(argument -> arguments.add(node(argument)));
    return switch (call.function()) {
      case "_&&_" -> new And(offset, arguments.getFirst(), arguments.getLast());
      case "_||_" -> new Or(offset, arguments.getFirst(), arguments.getLast());
      case "_?_:_" -> new Conditional(offset, arguments.get(0), arguments.get(1), arguments.get(2));
      case "_?._", "_[?_]" -> new OptionalSelect(offset, arguments.getFirst(), arguments.getLast());
      case "@not_strictly_false" -> new NotStrictlyFalse(offset, arguments.getFirst());
      default -> function(offset, expr, call.function(), arguments);
    };
  }

  private Call function(int offset, CelExpr expr, String function, List<Expr> arguments) {
    Library library = Libraries.of(function);
    if (library == null) {
      throw new IllegalStateException("The checker knows a function that we do not: " + function);
    }
    List<String> overloads =
        checked.getReference(expr.id()).map(CelReference::overloadIds).orElseThrow();
    String overload = overloads.size() == 1 ? overloads.getFirst() : "";
    return new Call(offset, function, overload, arguments, library);
  }

  private ListCreation list(int offset, CelExpr.CelList list) {
    List<Expr> items = new ArrayList<>();
    List<Boolean> optional = new ArrayList<>();
    for (int i = 0; i < list.elements().size(); i++) {
      items.add(node(list.elements().get(i)));
      optional.add(list.optionalIndices().contains(i));
    }
    return new ListCreation(offset, items, optional);
  }

  private MapCreation map(int offset, CelExpr.CelMap map) {
    List<MapCreation.Entry> entries = new ArrayList<>();
    for (CelExpr.CelMap.Entry entry : map.entries()) {
      entries.add(
          new MapCreation.Entry(node(entry.key()), node(entry.value()), entry.optionalEntry()));
    }
    return new MapCreation(offset, entries);
  }

  private Comprehension comprehension(int offset, CelExpr.CelComprehension macro) {
    Expr range = node(macro.iterRange());
    Expr init = node(macro.accuInit());
    int start = depth;
    boolean two = !macro.iterVar2().isEmpty();
    int accumulator = push(macro.accuVar());
    // The condition and the step see the variables of the item, the result does not.
    int variable = push(macro.iterVar());
    int second = two ? push(macro.iterVar2()) : -1;
    Expr condition = node(macro.loopCondition());
    Expr step = node(macro.loopStep());
    pop(two ? 2 : 1);
    Expr result = node(macro.result());
    pop(1);
    depth = start;
    return new Comprehension(
        offset,
        kind(init, condition, step),
        variable,
        second,
        accumulator,
        range,
        init,
        condition,
        step,
        result);
  }

  private static Comprehension.Kind kind(Expr init, Expr condition, Expr step) {
    if (condition instanceof NotStrictlyFalse && init instanceof Literal(int _, Boolean start)) {
      if (start && step instanceof And) {
        return Comprehension.Kind.ALL;
      }
      if (!start && step instanceof Or) {
        return Comprehension.Kind.EXISTS;
      }
    }
    return Comprehension.Kind.COLLECT;
  }

  private int push(String name) {
    int place = depth++;
    places = Math.max(places, depth);
    locals.push(Map.entry(name, place));
    return place;
  }

  private void pop(int count) {
    for (int i = 0; i < count; i++) {
      locals.pop();
    }
  }

  private static Object value(CelConstant constant) {
    return switch (constant.getKind()) {
      case NULL_VALUE -> CelNull.NULL;
      case BOOLEAN_VALUE -> constant.booleanValue();
      case INT64_VALUE -> constant.int64Value();
      case UINT64_VALUE -> new Unsigned(constant.uint64Value().longValue());
      case DOUBLE_VALUE -> constant.doubleValue();
      case STRING_VALUE -> constant.stringValue();
      case BYTES_VALUE -> bytes(constant.bytesValue());
      default -> throw new IllegalStateException("No literal: " + constant.getKind());
    };
  }

  private static CelBytes bytes(CelByteString bytes) {
    return new CelBytes(bytes.toByteArray());
  }
}
