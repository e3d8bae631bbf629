package dev.plimsoll.template.origin;

import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Order;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.value.Control;
import dev.plimsoll.template.value.Run;
import dev.plimsoll.template.value.Site;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Source.MissingKey;
import dev.plimsoll.template.value.Source.ValuesKey;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the origin of parts of one rendered text.
 *
 * <p>Most production rules complain about something that is <em>not</em> there. Its origin is, in
 * this order: the condition that kept the template from writing it; the values map that its parent
 * was made of; the template line that wrote the parent.
 */
public final class OriginFinder {

  /** How deep a text that was given to {@code tpl} may come from another. */
  private static final int MAX_GIVEN = 16;

  private final TracedText text;
  private final @Nullable ValuesNode values;
  private final int depth;

  /** Origins in the values that the text was made of. */
  public OriginFinder(TracedText text) {
    this(text, null, 0);
  }

  /**
   * Origins in the values of a render that may have taken its text from another one.
   *
   * @param values the root of those that the render has
   */
  public OriginFinder(TracedText text, ValuesNode values) {
    this(text, values, 0);
  }

  private OriginFinder(TracedText text, @Nullable ValuesNode values, int depth) {
    this.text = text;
    this.values = values;
    this.depth = depth;
  }

  /** The origin of characters that are there; empty if nobody tracked them. */
  public Optional<SpanOrigin> of(Span span) {
    List<Run> inside = runsIn(span);
    Map<ValuesNode, Integer> weights = new HashMap<>();
    Run heaviest = null;
    for (Run run : inside) {
      ValuesNode node = deciding(run);
      if (node != null) {
        weights.merge(node, length(run, span), Integer::sum);
      }
      if (heaviest == null || length(run, span) > length(heaviest, span)) {
        heaviest = run;
      }
    }
    if (heaviest == null) {
      return Optional.empty();
    }
    Optional<ValuesNode> winner =
        weights.entrySet().stream().max(Order.by(Map.Entry::getValue)).map(Map.Entry::getKey);
    return winner.isPresent()
        ? Optional.of(inValues(winner.get(), inside, span, weights.size() == 1))
        : inTemplate(heaviest, span);
  }

  /**
   * Where a template puts a text together of its own words and of what actions give; empty if none
   * of the words are its own.
   */
  public Optional<Location> composed(Span span) {
    List<Run> inside = runsIn(span);
    Optional<Run> own = inside.reversed().stream().filter(run -> isWording(run, span)).findFirst();
    if (own.isEmpty() || !inside.stream().allMatch(OriginFinder::isOfTemplate)) {
      return Optional.empty();
    }
    Location first = inTemplate(inside.getFirst(), span).orElseThrow().location();
    Location last = inTemplate(inside.getLast(), span).orElseThrow().location();
    boolean isOneText =
        first.file().equals(last.file()) && first.span().start() <= last.span().start();
    return isOneText
        ? Optional.of(first.file().at(new Span(first.span().start(), last.span().end())))
        : own.flatMap(run -> inTemplate(run, span)).map(SpanOrigin::location);
  }

  /** Whether it is known where a template writes it, which is no text that {@code tpl} is given. */
  private static boolean isOfTemplate(Run run) {
    Site site = run.site();
    return site != null && site.given() == null;
  }

  /** Whether a template writes a part itself that is more than quotes and blanks. */
  private boolean isWording(Run run, Span span) {
    return run.isVerbatim()
        && run.trace().isNone()
        && text.text()
            .substring(Math.max(span.start(), run.start()), Math.min(span.end(), run.end()))
            .chars()
            .anyMatch(c -> !Character.isWhitespace(c) && c != '"' && c != '\'');
  }

  /**
   * The origin of a map or a list: that of what stands for it, or, where the template writes that
   * and nothing in the value itself, the place in the values that all of the value was printed
   * from.
   *
   * @param head what stands for the value, such as its key
   */
  public Optional<SpanOrigin> ofWhole(Span value, Span head) {
    Optional<SpanOrigin> written = of(head);
    if (written.flatMap(SpanOrigin::valuesNode).isPresent()) {
      return written;
    }
    return container(value)
        .filter(printed -> printed.precision() == Precision.EXACT)
        .or(() -> written);
  }

  /**
   * The origin of a field that is not there.
   *
   * @param parent the value that lacks the field
   * @param field its name
   */
  public Optional<SpanOrigin> ofMissing(Span parent, String field) {
    Span start = new Span(parent.start(), Math.min(parent.end(), parent.start() + 1));
    return ofMissing(parent, field, start);
  }

  /**
   * The same with a say in what is shown if the template alone decides.
   *
   * @param head what stands for the parent, such as its key
   */
  public Optional<SpanOrigin> ofMissing(Span parent, String field, Span head) {
    Optional<SpanOrigin> condition = ofUnwritten(parent, field);
    return condition.isPresent()
        ? condition
        : container(parent).map(found -> deletion(found, field)).or(() -> writer(head));
  }

  /** Everything that a part depends on. */
  public Dependencies dependencies(Span span) {
    Trace.Sources sources = new Trace.Sources();
    for (Run run : runsIn(span)) {
      sources.add(run.trace());
      Site site = run.site();
      TracedText given = site == null ? null : site.given();
      if (given != null) {
        sources.add(given.trace());
      }
    }
    for (Control decision : text.controls()) {
      if (overlaps(decision, span)) {
        sources.addReason(decision.tested());
      }
    }
    return new Dependencies(own(sources.data()), own(sources.control()));
  }

  private Set<Source> own(Set<Source> sources) {
    if (values == null) {
      return sources;
    }
    Set<Source> found = new LinkedHashSet<>();
    for (Source source : sources) {
      found.add(own(source));
    }
    return found;
  }

  private Source own(Source source) {
    return values == null ? source : source.in(values);
  }

  private static boolean overlaps(Control decision, Span span) {
    return (decision.start() == decision.end() || span.isEmpty())
        ? decision.start() <= span.end() && span.start() <= decision.end()
        : decision.start() < span.end() && span.start() < decision.end();
  }

  private SpanOrigin inValues(ValuesNode node, List<Run> inside, Span span, boolean alone) {
    Run first = inside.stream().filter(run -> node.equals(deciding(run))).findFirst().orElseThrow();
    Location place = place(node);
    Source direct = first.trace().direct();
    if (direct != null && own(direct).equals(node) && first.isVerbatim()) {
      int from = Math.max(span.start(), first.start());
      int offset = first.offset() + from - first.start();
      int length = Math.min(span.end(), first.end()) - from;
      place = LeafText.locate(node, offset, length).orElse(place);
    }
    boolean exact = alone && first.trace().data().size() == 1;
    return new SpanOrigin(
        place, exact ? Precision.EXACT : Precision.APPROXIMATE, node, template(first));
  }

  /** The literal text of a template, or an action whose result has no origin in values. */
  private Optional<SpanOrigin> inTemplate(Run run, Span span) {
    Site site = run.site();
    if (site == null) {
      return Optional.empty();
    }
    int from = Math.max(span.start(), run.start());
    int length = Math.min(span.end(), run.end()) - from;
    boolean literal = run.isVerbatim() && run.trace().isNone();
    int start = literal ? site.span().start() + run.offset() + from - run.start() : 0;
    Span written = literal ? new Span(start, start + length) : site.span();
    TracedText given = site.given();
    if (given != null) {
      return depth < MAX_GIVEN
          ? new OriginFinder(given, values, depth + 1).of(written)
          : Optional.empty();
    }
    Location place = site.file().at(written);
    return Optional.of(new SpanOrigin(place, Precision.EXACT, null, place));
  }

  /**
   * The innermost condition in {@code parent} that failed and whose block names the field; empty if
   * no condition kept the template from writing it.
   */
  public Optional<SpanOrigin> ofUnwritten(Span parent, String field) {
    return text.controls().stream()
        .filter(control -> !control.taken())
        .filter(control -> parent.touches(control.start()) && parent.touches(control.end()))
        .filter(control -> writes(control.site(), field))
        .min(Order.byInt(control -> control.site().span().length()))
        .flatMap(this::tested);
  }

  private static boolean writes(Site site, String field) {
    String block = site.span().in(site.file().text());
    for (int at = block.indexOf(field + ":"); at >= 0; at = block.indexOf(field + ":", at + 1)) {
      if (at == 0 || !Character.isLetterOrDigit(block.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }

  private Optional<SpanOrigin> tested(Control control) {
    Location template = control.site().location();
    for (Source source : control.tested().data()) {
      Source found = own(source);
      ValuesNode node = found instanceof MissingKey missing ? asked(missing) : node(found);
      if (node != null) {
        return Optional.of(new SpanOrigin(place(node), Precision.EXACT, node, template));
      }
    }
    return Optional.empty();
  }

  /** The null that removed a key, which is what keeps the field from being there; or the map. */
  private static ValuesNode asked(MissingKey missing) {
    Value deletion = missing.deletedBy();
    return deletion == null
        ? missing.parent()
        : new ValuesNode(deletion, missing.parent(), missing.key());
  }

  /** The same for a key of a map that is printed as a whole. */
  private static SpanOrigin deletion(SpanOrigin map, String key) {
    return map.valuesNode()
        .map(node -> asked(new MissingKey(node, key)))
        .filter(node -> !node.equals(map.values()))
        .map(node -> new SpanOrigin(place(node), map.precision(), node, map.template()))
        .orElse(map);
  }

  /** The values map that was printed as {@code parent}. */
  private Optional<SpanOrigin> container(Span parent) {
    List<ValuesNode> nodes = new ArrayList<>();
    Run first = null;
    for (Run run : runsIn(parent)) {
      ValuesNode node = deciding(run);
      if (node != null) {
        nodes.add(node);
        first = first == null ? run : first;
      } else if (run.isVerbatim() && !text.text().substring(run.start(), run.end()).isBlank()) {
        // The template itself writes a part, so the parent is not one map of the values.
        return Optional.empty();
      }
    }
    if (first == null) {
      return Optional.empty();
    }
    ValuesNode common = nodes.getFirst();
    for (ValuesNode node : nodes) {
      common = commonAncestor(common, node);
    }
    if (common.parent() == null) {
      return Optional.empty();
    }
    boolean printed = nodes.contains(common);
    return Optional.of(
        new SpanOrigin(
            place(common),
            printed ? Precision.EXACT : Precision.APPROXIMATE,
            common,
            template(first)));
  }

  private Optional<SpanOrigin> writer(Span head) {
    for (Run run : runsIn(head)) {
      Optional<SpanOrigin> written = inTemplate(run, head);
      if (written.isPresent()) {
        return written.map(SpanOrigin::approximate);
      }
    }
    return Optional.empty();
  }

  private List<Run> runsIn(Span span) {
    return text.runsIn(span.start(), span.end());
  }

  private static int length(Run run, Span span) {
    return Math.min(run.end(), span.end()) - Math.max(run.start(), span.start());
  }

  private @Nullable Location template(Run run) {
    Site site = run.site();
    if (site == null) {
      return null;
    }
    return site.given() == null
        ? site.location()
        : inTemplate(run, new Span(run.start(), run.end())).map(SpanOrigin::location).orElse(null);
  }

  /** The node of the values that the characters of a run come from first of all. */
  private @Nullable ValuesNode deciding(Run run) {
    Source direct = run.trace().direct();
    if (direct != null) {
      return node(own(direct));
    }
    if (run.trace().isNone()) {
      return null;
    }
    for (Source source : run.trace().data()) {
      ValuesNode node = node(own(source));
      if (node != null) {
        return node;
      }
    }
    return null;
  }

  private static @Nullable ValuesNode node(Source source) {
    return switch (source) {
      case ValuesNode node -> node;
      case ValuesKey(ValuesNode node) -> node;
      case MissingKey(ValuesNode parent, String _) -> parent;
      case Source.ChartText _, Source.BuiltIn _, Source.Environment _ -> null;
    };
  }

  /** A leaf is shown whole, a map or list by its key. */
  private static Location place(ValuesNode node) {
    return switch (node.value()) {
      case ScalarValue _ ->
          node.origin().span().isEmpty() ? node.origin().keyLocation() : node.origin().location();
      case MapValue _, ListValue _ ->
          node.origin().keySpan() == null
              ? node.origin().layer().file().at(Span.at(node.origin().span().start()))
              : node.origin().keyLocation();
    };
  }

  private static ValuesNode commonAncestor(ValuesNode one, ValuesNode other) {
    Set<ValuesNode> line = new LinkedHashSet<>();
    for (ValuesNode at = one; at != null; at = at.parent()) {
      line.add(at);
    }
    ValuesNode at = other;
    while (!line.contains(at)) {
      ValuesNode parent = at.parent();
      if (parent == null) {
        return at;
      }
      at = parent;
    }
    return at;
  }
}
