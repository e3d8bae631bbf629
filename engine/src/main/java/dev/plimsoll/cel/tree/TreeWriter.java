package dev.plimsoll.cel.tree;

import dev.plimsoll.cel.value.CelBytes;
import dev.plimsoll.cel.value.CelNull;
import dev.plimsoll.cel.value.CelType;
import dev.plimsoll.cel.value.Unsigned;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes an expression in the form that {@link TreeReader} reads. */
public final class TreeWriter {

  static final byte LITERAL = 1;
  static final byte GLOBAL = 2;
  static final byte LOCAL = 3;
  static final byte SELECT = 4;
  static final byte OPTIONAL_SELECT = 5;
  static final byte PRESENCE = 6;
  static final byte CALL = 7;
  static final byte AND = 8;
  static final byte OR = 9;
  static final byte CONDITIONAL = 10;
  static final byte NOT_STRICTLY_FALSE = 11;
  static final byte LIST = 12;
  static final byte MAP = 13;
  static final byte COMPREHENSION = 14;

  private final DataOutput out;

  private TreeWriter(DataOutput out) {
    this.out = out;
  }

  public static void write(Expr expression, DataOutput out) throws IOException {
    new TreeWriter(out).node(expression);
  }

  /** Writes text of any length. */
  public static void text(String text, DataOutput out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void node(Expr expression) throws IOException {
    switch (expression) {
      case Literal literal -> {
        start(LITERAL, literal);
        value(literal.value());
      }
      case Global global -> {
        start(GLOBAL, global);
        text(global.name(), out);
      }
      case Local local -> {
        start(LOCAL, local);
        out.writeShort(local.slot());
      }
      case Select select -> {
        start(SELECT, select);
        node(select.operand());
        text(select.field(), out);
      }
      case OptionalSelect select -> {
        start(OPTIONAL_SELECT, select);
        node(select.operand());
        node(select.key());
      }
      case Presence presence -> {
        start(PRESENCE, presence);
        node(presence.operand());
        text(presence.field(), out);
      }
      case And(int _, Expr left, Expr right) -> binary(AND, expression, left, right);
      case Or(int _, Expr left, Expr right) -> binary(OR, expression, left, right);
      case Conditional conditional -> {
        binary(CONDITIONAL, conditional, conditional.condition(), conditional.then());
        node(conditional.otherwise());
      }
      case NotStrictlyFalse test -> {
        start(NOT_STRICTLY_FALSE, test);
        node(test.operand());
      }
      case Call call -> call(call);
      case ListCreation list -> list(list);
      case MapCreation map -> map(map);
      case Comprehension comprehension -> comprehension(comprehension);
    }
  }

  private void start(byte tag, Expr expression) throws IOException {
    out.writeByte(tag);
    out.writeInt(expression.offset());
  }

  private void binary(byte tag, Expr expression, Expr left, Expr right) throws IOException {
    start(tag, expression);
    node(left);
    node(right);
  }

  private void nodes(List<Expr> expressions) throws IOException {
    out.writeInt(expressions.size());
    for (Expr expression : expressions) {
      node(expression);
    }
  }

  private void call(Call call) throws IOException {
    start(CALL, call);
    text(call.function(), out);
    text(call.overload(), out);
    nodes(call.arguments());
  }

  private void list(ListCreation list) throws IOException {
    start(LIST, list);
    nodes(list.items());
    for (boolean optional : list.optional()) {
      out.writeBoolean(optional);
    }
  }

  private void map(MapCreation map) throws IOException {
    start(MAP, map);
    out.writeInt(map.entries().size());
    for (MapCreation.Entry entry : map.entries()) {
      node(entry.key());
      node(entry.value());
      out.writeBoolean(entry.optional());
    }
  }

  private void comprehension(Comprehension macro) throws IOException {
    start(COMPREHENSION, macro);
    out.writeByte(kind(macro.kind()));
    out.writeShort(macro.variable());
    out.writeShort(macro.second());
    out.writeShort(macro.accumulator());
    node(macro.range());
    node(macro.init());
    node(macro.condition());
    node(macro.step());
    node(macro.result());
  }

  private static byte kind(Comprehension.Kind kind) {
    return switch (kind) {
      case ALL -> 'a';
      case EXISTS -> 'e';
      case COLLECT -> 'c';
    };
  }

  private void value(Object value) throws IOException {
    switch (value) {
      case CelNull _ -> out.writeByte('n');
      case Boolean truth -> out.writeByte(truth ? 't' : 'f');
      case Long number -> {
        out.writeByte('i');
        out.writeLong(number);
      }
      case Unsigned(long bits) -> {
        out.writeByte('u');
        out.writeLong(bits);
      }
      case Double number -> {
        out.writeByte('d');
        out.writeDouble(number);
      }
      case String text -> {
        out.writeByte('s');
        text(text, out);
      }
      case CelBytes bytes -> {
        out.writeByte('b');
        out.writeInt(bytes.size());
        out.write(bytes.toArray());
      }
      case CelType(String name) -> {
        out.writeByte('T');
        text(name, out);
      }
      default -> throw new IllegalArgumentException("No literal: " + value.getClass());
    }
  }
}
