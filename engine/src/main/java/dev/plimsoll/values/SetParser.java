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
import dev.plimsoll.values.SetAssignment.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the grammar of {@code --set} and its kin (Helm's {@code pkg/strvals}): {@code
 * a.b[0]=x,c={y,z}}.
 */
final class SetParser {

  /** Helm's {@code MaxNestedNameLevel}. */
  private static final int MAX_DOTS = 30;

  /** Helm has no such bound and overflows its stack somewhere. */
  private static final int MAX_STEPS = 1_000;

  private final Layer layer;
  private final SetValueReader values;
  private final boolean lenientIndex;
  private final SetScanner scanner;

  /**
   * @param layer an option; its text is read
   * @param lenientIndex whether an index that is not closed ends the text silently (Helm 4)
   */
  SetParser(Layer layer, SetValueReader values, boolean lenientIndex) {
    this.layer = layer;
    this.values = values;
    this.lenientIndex = lenientIndex;
    this.scanner = new SetScanner(layer.file().text(), !isLiteral());
  }

  /** The next assignment; empty at the end of the text. */
  Optional<SetAssignment> next() throws SetFailure {
    List<Step> steps = new ArrayList<>();
    int dots = 0;
    while (steps.size() < MAX_STEPS) {
      String name = scanner.until(isLiteral() ? "=[." : "=[,.");
      Member key = new Member(name, scanner.span());
      if (scanner.stop() == SetScanner.END) {
        return atEnd(key, steps);
      }
      if (scanner.stop() == ',') {
        throw new SetFailure(
            nameOrStop(key),
            "`%s` has no value, and a list of settings cannot go on with a comma then."
                .formatted(key.name()));
      }
      steps.add(key);
      if (scanner.stop() == '.' && ++dots > MAX_DOTS) {
        throw new SetFailure(key.span(), "A name may have %d levels at most.".formatted(MAX_DOTS));
      }
      boolean endsText = scanner.atEnd() && hasTextValues();
      Target target =
          switch (scanner.stop()) {
            case '=' -> new Given(value(key), endsText);
            case '[' -> indexes(steps);
            default -> null;
          };
      if (target != null) {
        return Optional.of(new SetAssignment(steps, target));
      }
    }
    throw tooManySteps(steps);
  }

  private Optional<SetAssignment> atEnd(Member key, List<Step> steps) throws SetFailure {
    if (!key.name().isEmpty()) {
      throw new SetFailure(
          key.span(), "`%s` has no value: a setting is `name=value`.".formatted(key.name()));
    }
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(new SetAssignment(steps, new Cut(After.DOT)));
  }

  /**
   * Reads {@code 0][1]} and what stands behind it.
   *
   * @return null if a name follows
   */
  private @Nullable Target indexes(List<Step> steps) throws SetFailure {
    while (steps.size() < MAX_STEPS) {
      String digits = scanner.until("]");
      if (scanner.stop() == SetScanner.END) {
        if (lenientIndex) {
          return new Cut(After.BRACKET);
        }
        throw new SetFailure(scanner.span(), "The index is not closed: `]` is missing.");
      }
      steps.add(new Index(index(digits), scanner.span()));
      String rest = scanner.until("[.=");
      if (!rest.isEmpty()) {
        throw new SetFailure(
            scanner.span(),
            "`%s` cannot stand behind an index: `=`, `.` or `[` is expected.".formatted(rest));
      }
      switch (scanner.stop()) {
        case SetScanner.END -> {
          return new Cut(After.INDEX);
        }
        case '=' -> {
          return new Given(value(null), false);
        }
        case '.' -> {
          return null;
        }
        default -> {}
      }
    }
    throw tooManySteps(steps);
  }

  /** Go's {@code strconv.Atoi}. */
  private long index(String digits) throws SetFailure {
    try {
      if (digits.matches("[+-]?[0-9]+")) {
        long index = Long.parseLong(digits);
        if (index >= 0) {
          return index;
        }
        throw new SetFailure(
            scanner.span(), "An index counts from 0, so `%d` cannot be one.".formatted(index));
      }
    } catch (NumberFormatException e) {
      // Beyond 64 bits: said below like everything else that is no number of a place.
    }
    throw new SetFailure(scanner.span(), "`%s` is no index of a list.".formatted(digits));
  }

  private Value value(@Nullable Member key) throws SetFailure {
    Span keySpan = key == null ? null : key.span();
    if (layer.kind() == Layer.Kind.SET_JSON) {
      return json(keySpan);
    }
    if (isLiteral()) {
      String text = scanner.until("");
      return new ScalarValue(
          values.read(text, scanner.span()), origin(keySpan, scanner.span()), List.of());
    }
    if (scanner.atEnd()) {
      Span empty = Span.at(scanner.offset());
      return new ScalarValue(new GoScalar.Text(""), origin(keySpan, empty), List.of());
    }
    if (scanner.skip('{')) {
      return list(keySpan);
    }
    String text = scanner.until(",");
    return new ScalarValue(
        values.read(text, scanner.span()), origin(keySpan, scanner.span()), List.of());
  }

  private ListValue list(@Nullable Span key) throws SetFailure {
    int start = scanner.offset() - 1;
    List<Value> items = new ArrayList<>();
    while (true) {
      String text = scanner.until(",}");
      Span span = scanner.span();
      if (scanner.stop() == SetScanner.END) {
        throw new SetFailure(
            new Span(start, scanner.offset()), "The list is not closed: `}` is missing.");
      }
      boolean last = scanner.stop() == '}';
      items.add(new ScalarValue(values.read(text, span), origin(null, span), List.of()));
      if (last) {
        Span whole = new Span(start, scanner.offset());
        scanner.skip(',');
        return new ListValue(items, origin(key, whole), List.of());
      }
    }
  }

  private Value json(@Nullable Span key) throws SetFailure {
    int start = scanner.offset();
    if (scanner.skipBlanksAndComma()) {
      return new ScalarValue(new GoScalar.Nil(), origin(key, Span.at(start)), List.of());
    }
    JsonReader reader = new JsonReader(layer, scanner.offset());
    Value value = reader.value(key);
    scanner.moveTo(reader.offset());
    scanner.skipBlanksAndComma();
    return value;
  }

  private Origin origin(@Nullable Span key, Span span) {
    return new Origin(layer, key, span);
  }

  private boolean hasTextValues() {
    return !isLiteral() && layer.kind() != Layer.Kind.SET_JSON;
  }

  private boolean isLiteral() {
    return layer.kind() == Layer.Kind.SET_LITERAL;
  }

  /** The name, or for an empty one the comma behind it. */
  private static Span nameOrStop(Member key) {
    Span span = key.span();
    return span.isEmpty() ? new Span(span.start(), span.end() + 1) : span;
  }

  private static SetFailure tooManySteps(List<Step> steps) {
    return new SetFailure(
        steps.getFirst().span().cover(steps.getLast().span()),
        "A path of more than %,d steps is not read.".formatted(MAX_STEPS));
  }
}
