package dev.plimsoll.values;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.SetAssignment.After;
import dev.plimsoll.values.SetAssignment.Cut;
import dev.plimsoll.values.SetAssignment.Given;
import dev.plimsoll.values.SetAssignment.Index;
import dev.plimsoll.values.SetAssignment.Member;
import dev.plimsoll.values.SetAssignment.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets one assignment in values, with everything that Helm's {@code strvals} does on the way: it
 * creates maps and lists, fills gaps of lists with null, and refuses to step into what is neither.
 */
final class SetApplier {

  /** Helm's {@code MaxIndex}. */
  private static final int MAX_INDEX = 65_536;

  /** Helm has no bound on the sum; a few short arguments could fill the memory. */
  private static final int MAX_ITEMS = 1_000_000;

  private final Layer layer;
  private int created;

  /**
   * @param layer the option, of which several assignments may be set
   */
  SetApplier(Layer layer) {
    this.layer = layer;
  }

  /** Sets one assignment. Where it fails, some of its way may have been created. */
  void apply(SetAssignment assignment, Table values) throws SetFailure {
    new Walk(assignment).key(values, 0);
  }

  /**
   * The way of one assignment. Each method says whether Helm goes on normally behind it, and not
   * because the text has ended, when it forgets what it would put into lists.
   */
  private final class Walk {

    private final List<Step> steps;
    private final SetAssignment.Target target;
    private final Span whole;

    Walk(SetAssignment assignment) {
      this.steps = assignment.steps();
      this.target = assignment.target();
      this.whole = assignment.span();
    }

    boolean key(Table data, int depth) throws SetFailure {
      if (!(steps.get(depth) instanceof Member(String name, Span span))) {
        throw new IllegalStateException("Not a key: " + steps.get(depth));
      }
      if (isLast(depth)) {
        return endInMap(data, name, span);
      }
      return switch (steps.get(depth + 1)) {
        case Index _ -> list(data, name, span, depth);
        case Member _ -> {
          Table inner = mapIn(data, name, span, depth);
          boolean set = key(inner, depth + 1);
          if (set && inner.entries().isEmpty()) {
            throw new SetFailure(span, "The map `%s` gets no value.".formatted(name));
          }
          if (!inner.entries().isEmpty()) {
            put(data, name, inner);
          }
          yield set;
        }
      };
    }

    private boolean endInMap(Table data, String name, Span span) throws SetFailure {
      return switch (target) {
        case Given(Value value, boolean endsText) -> {
          put(data, name, new Fixed(value));
          yield !endsText;
        }
        case Cut(After after) -> {
          if (after == After.DOT) {
            mapIn(data, name, span, steps.size() - 1);
          }
          yield false;
        }
      };
    }

    private boolean list(Table data, String name, Span span, int depth) throws SetFailure {
      Node known = data.get(name);
      Items items;
      if (known == null) {
        items = new Items(place(depth));
      } else {
        Items opened = open(known);
        if (opened == null) {
          throw clash(name, span, known, "a list");
        }
        items = opened;
      }
      int before = items.nodes().size();
      boolean set = index(items, depth + 1);
      if (!name.isEmpty()) {
        put(data, name, items);
      } else if (known != null && items.nodes().size() == before) {
        // Nothing is set under an empty name, but Go has changed the list in its place.
        data.put(name, items);
      }
      return set;
    }

    private boolean index(Items items, int depth) throws SetFailure {
      if (!(steps.get(depth) instanceof Index(long position, Span span))) {
        throw new IllegalStateException("Not an index: " + steps.get(depth));
      }
      if (isLast(depth)) {
        return endInList(items, position, span, depth);
      }
      boolean set;
      Node inner;
      switch (steps.get(depth + 1)) {
        case Index _ -> {
          Items nested = listIn(items, position, span, depth);
          set = index(nested, depth + 1);
          inner = nested;
        }
        case Member _ -> {
          Table nested = mapIn(items, position, depth);
          set = key(nested, depth + 1);
          inner = nested;
        }
      }
      if (set) {
        setIndex(items, position, inner, span);
      }
      return set;
    }

    private boolean endInList(Items items, long position, Span span, int depth) throws SetFailure {
      return switch (target) {
        case Given(Value value, _) -> {
          setIndex(items, position, new Fixed(value), span);
          yield true;
        }
        case Cut(After after) -> {
          if (after == After.DOT) {
            mapIn(items, position, depth);
          }
          yield false;
        }
      };
    }

    private Table mapIn(Table data, String name, Span span, int depth) throws SetFailure {
      Node known = data.get(name);
      if (known == null) {
        return new Table(place(depth));
      }
      Table opened = data.table(name);
      if (opened == null) {
        throw clash(name, span, known, "a map");
      }
      return opened;
    }

    /** The map at an index; Helm replaces anything else that stands there without a word. */
    private Table mapIn(Items items, long position, int depth) {
      if (position >= items.nodes().size()) {
        return new Table(place(depth));
      }
      int at = (int) position;
      Node known = items.nodes().get(at);
      if (known instanceof Table table) {
        return table;
      }
      Table opened =
          known instanceof Fixed(MapValue map) ? new Table(map) : new Table(place(depth));
      if (!TableMerge.isTable(known)) {
        opened.addWeaker(known.chain());
      }
      items.nodes().set(at, opened);
      return opened;
    }

    private Items listIn(Items items, long position, Span span, int depth) throws SetFailure {
      Node known = position < items.nodes().size() ? items.nodes().get((int) position) : null;
      if (known == null || known.isNil()) {
        return new Items(place(depth));
      }
      Items opened = open(known);
      if (opened == null) {
        throw clash("[" + position + "]", span, known, "a list");
      }
      items.nodes().set((int) position, opened);
      return opened;
    }

    private void setIndex(Items items, long position, Node node, Span span) throws SetFailure {
      if (position > MAX_INDEX) {
        throw new SetFailure(
            span,
            "The index %d is greater than %d, the greatest that Helm takes."
                .formatted(position, MAX_INDEX));
      }
      List<Node> nodes = items.nodes();
      int at = (int) position;
      int before = nodes.size();
      created += Math.max(0, at + 1 - before);
      if (created > MAX_ITEMS) {
        throw new SetFailure(
            span, "More than %,d list items from one option are not created.".formatted(MAX_ITEMS));
      }
      while (nodes.size() <= at) {
        nodes.add(new Fixed(gap(span)));
      }
      Node known = nodes.set(at, node);
      if (at < before && node instanceof Fixed(Value value)) {
        nodes.set(at, new Fixed(Chain.extend(value, known.chain())));
      }
    }

    private ScalarValue gap(Span span) {
      return new ScalarValue(new GoScalar.Nil(), new Origin(layer, null, span), List.of());
    }

    private boolean isLast(int depth) {
      return depth == steps.size() - 1;
    }

    /** Where the collection that step {@code depth} leads to is said: all that follows the step. */
    private Origin place(int depth) {
      Span key = steps.get(depth) instanceof Member(_, Span span) ? span : null;
      int start =
          isLast(depth) ? steps.get(depth).span().end() : steps.get(depth + 1).span().start();
      return new Origin(layer, key, new Span(start, Math.max(start, whole.end())));
    }

    private SetFailure clash(String name, Span span, Node known, String wanted) {
      List<Value> chain = known.chain();
      String found = chain.isEmpty() ? "something else" : GoKind.of(chain.getFirst());
      return new SetFailure(
          span, "`%s` is %s already, and this needs %s.".formatted(name, found, wanted));
    }
  }

  /** Like Helm, which never sets an empty name. */
  private static void put(Table data, String name, Node node) {
    if (name.isEmpty()) {
      return;
    }
    Node known = data.get(name);
    data.put(name, node);
    if (known != null && node instanceof Fixed) {
      data.shadow(name, known.chain());
    }
  }

  private static @Nullable Items open(Node node) {
    return switch (node) {
      case Items items -> items;
      case Fixed(ListValue list) -> new Items(list);
      case Fixed _, Table _ -> null;
    };
  }
}
