package dev.plimsoll.cel.tree;

import dev.plimsoll.cel.function.Libraries;
import dev.plimsoll.cel.function.Library;
import dev.plimsoll.cel.value.CelBytes;
import dev.plimsoll.cel.value.CelNull;
import dev.plimsoll.cel.value.CelType;
import dev.plimsoll.cel.value.Unsigned;
import java.io.DataInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link TreeWriter} wrote. */
public final class TreeReader {

  private final DataInput in;

  private TreeReader(DataInput in) {
    this.in = in;
  }

  public static Expr read(DataInput in) throws IOException {
    return new TreeReader(in).node();
  }

  /** Reads text of any length. */
  public static String text(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Expr node() throws IOException {
    byte tag = in.readByte();
    int offset = in.readInt();
    return switch (tag) {
      case TreeWriter.LITERAL -> new Literal(offset, value());
      case TreeWriter.GLOBAL -> new Global(offset, text(in));
      case TreeWriter.LOCAL -> new Local(offset, in.readShort());
      case TreeWriter.SELECT -> new Select(offset, node(), text(in));
      case TreeWriter.OPTIONAL_SELECT -> new OptionalSelect(offset, node(), node());
      case TreeWriter.PRESENCE -> new Presence(offset, node(), text(in));
      case TreeWriter.AND -> new And(offset, node(), node());
      case TreeWriter.OR -> new Or(offset, node(), node());
      case TreeWriter.CONDITIONAL -> new Conditional(offset, node(), node(), node());
      case TreeWriter.NOT_STRICTLY_FALSE -> new NotStrictlyFalse(offset, node());
      case TreeWriter.CALL -> call(offset);
      case TreeWriter.LIST -> list(offset);
      case TreeWriter.MAP -> map(offset);
      case TreeWriter.COMPREHENSION -> comprehension(offset);
      default -> throw new IOException("Not a compiled expression: " + tag);
    };
  }

  private List<Expr> nodes() throws IOException {
    int count = in.readInt();
    List<Expr> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nodes.add(node());
    }
    return nodes;
  }

  private Call call(int offset) throws IOException {
    String function = text(in);
    String overload = text(in);
    Library library = Libraries.of(function);
    if (library == null) {
      throw new IOException("Unknown function " + function);
    }
    return new Call(offset, function, overload, nodes(), library);
  }

  private ListCreation list(int offset) throws IOException {
    List<Expr> items = nodes();
    List<Boolean> optional = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      optional.add(in.readBoolean());
    }
    return new ListCreation(offset, items, optional);
  }

  private MapCreation map(int offset) throws IOException {
    int count = in.readInt();
    List<MapCreation.Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(new MapCreation.Entry(node(), node(), in.readBoolean()));
    }
    return new MapCreation(offset, entries);
  }

  private Comprehension comprehension(int offset) throws IOException {
    Comprehension.Kind kind =
        switch (in.readByte()) {
          case 'a' -> Comprehension.Kind.ALL;
          case 'e' -> Comprehension.Kind.EXISTS;
          default -> Comprehension.Kind.COLLECT;
        };
    return new Comprehension(
        offset,
        kind,
        in.readShort(),
        in.readShort(),
        in.readShort(),
        node(),
        node(),
        node(),
        node(),
        node());
  }

  private Object value() throws IOException {
    byte type = in.readByte();
    return switch (type) {
      case 'n' -> CelNull.NULL;
      case 't' -> true;
      case 'f' -> false;
      case 'i' -> in.readLong();
      case 'u' -> new Unsigned(in.readLong());
      case 'd' -> in.readDouble();
      case 's' -> text(in);
      case 'b' -> {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        yield new CelBytes(bytes);
      }
      case 'T' -> new CelType(text(in));
      default -> throw new IOException("Not a compiled value: " + type);
    };
  }
}
