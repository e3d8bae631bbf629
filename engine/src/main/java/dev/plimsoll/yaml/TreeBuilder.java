package dev.plimsoll.yaml;

import dev.plimsoll.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Builds documents from SnakeYAML's events. Marks hold UTF-16 offsets, see {@link YamlScanner}.
 *
 * <p>The stack of open collections is explicit: deep nesting in the text must not become deep
 * nesting of calls.
 */
final class TreeBuilder {

  /**
   * How deep collections may nest, aliases followed. Go's YAML and JSON readers stop at 10,000;
   * whoever walks our tree recurses, and this depth fits a thread's stack with a wide margin.
   */
  static final int MAX_DEPTH = 1_000;

  private static final ScalarValue NOTHING = new ScalarValue.Null();

  private final int textLength;
  private final TokenFeed feed;
  private final ParserImpl parser;
  private final Problems problems;

  private final List<YamlDocument> documents = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Anchor> anchors = new HashMap<>();
  private @Nullable YamlNode root;
  private int documentStart;
  private boolean explicitStart;
  private boolean hasDocument;
  private boolean hasAliases;
  private int tooDeep;

  TreeBuilder(int textLength, List<Token> tokens, Problems problems) {
    this.textLength = textLength;
    this.feed = new TokenFeed(tokens);
    this.parser = new ParserImpl(feed);
    this.problems = problems;
  }

  /**
   * Reads all events, or those before a token that the grammar does not allow.
   *
   * @return the index of that token, -1 if there is none
   */
  int build() {
    int refused = -1;
    try {
      Event event = parser.getEvent();
      while (!event.is(Event.ID.StreamEnd) && refused < 0) {
        refused = add(event);
        event = refused < 0 ? parser.getEvent() : event;
      }
    } catch (ParserException e) {
      // What it says is for people who know the grammar; the token's place is what counts.
      refused = feed.position();
    }
    tooDeep = 0;
    while (!open.isEmpty()) {
      closeCollection();
    }
    finishDocument(textLength);
    return refused;
  }

  List<YamlDocument> documents() {
    return documents;
  }

  private int add(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> startDocument((DocumentStartEvent) event);
      case DocumentEnd -> endDocument();
      case MappingStart, SequenceStart -> openCollection((CollectionStartEvent) event);
      case MappingEnd, SequenceEnd -> closeCollection();
      case Scalar -> {
        Open parent = open.peek();
        if (parent != null
            && parent.awaitsValue()
            && isWritten((ScalarEvent) event)
            && feed.lacksValueIndicator()) {
          return feed.position() - 1;
        }
        addScalar((ScalarEvent) event);
      }
      case Alias -> addAlias((AliasEvent) event);
      case StreamStart, StreamEnd, Comment -> {}
    }
    return -1;
  }

  private void startDocument(DocumentStartEvent event) {
    int start = event.getExplicit() ? feed.takenStart() : event.getStartMark().getIndex();
    finishDocument(start);
    documentStart = start;
    explicitStart = event.getExplicit();
    hasDocument = true;
    root = null;
    hasAliases = false;
    anchors.clear();
  }

  private void endDocument() {
    YamlNode node = root;
    if (node == null) {
      return;
    }
    new TreeCheck(problems).check(node);
    if (hasAliases && AliasBudget.isExceeded(node)) {
      problems.add(
          YamlProblem.Kind.BOUND,
          node.span().start(),
          node.span().start(),
          "The aliases of this document repeat so much text that Helm refuses it; "
              + "write fewer aliases of anchors that hold aliases themselves.");
      root = null;
    }
  }

  /** A document is known to end only where the next one starts. */
  private void finishDocument(int end) {
    if (hasDocument) {
      documents.add(new YamlDocument(root, new Span(documentStart, end), explicitStart));
    }
  }

  private void openCollection(CollectionStartEvent event) {
    if (tooDeep > 0 || open.size() == MAX_DEPTH) {
      if (tooDeep++ == 0) {
        reportDepth(feed.peekToken().getStartMark().getIndex());
      }
      return;
    }
    Anchor anchor = anchor(event.getAnchor());
    open.push(
        new Open(
            event instanceof MappingStartEvent,
            event.getFlowStyle() == DumperOptions.FlowStyle.FLOW,
            feed.peekToken().getStartMark().getIndex(),
            anchor,
            event.getAnchor(),
            event.getTag()));
  }

  private void reportDepth(int offset) {
    problems.add(
        YamlProblem.Kind.BOUND,
        offset,
        offset,
        "This text nests more than %,d collections; what is deeper is not read."
            .formatted(MAX_DEPTH));
  }

  private void closeCollection() {
    if (tooDeep > 0) {
      if (--tooDeep == 0) {
        add(nothing(feed.takenEnd(), null, null), 0);
      }
      return;
    }
    Open closed = open.pop();
    YamlNode node = closed.node(feed);
    if (closed.anchor != null) {
      closed.anchor.node = node;
      closed.anchor.height = closed.height;
    }
    add(node, closed.height);
  }

  private void addScalar(ScalarEvent event) {
    if (tooDeep > 0) {
      return;
    }
    Anchor anchor = anchor(event.getAnchor());
    YamlScalar scalar;
    if (isWritten(event)) {
      scalar = scalar(event);
    } else if (isContentOfDocument(event)) {
      return;
    } else {
      scalar = empty(event);
    }
    if (anchor != null) {
      anchor.node = scalar;
    }
    add(scalar, 0);
  }

  /** Whether a scalar of the text made the event, and not its absence. */
  private boolean isWritten(ScalarEvent event) {
    return feed.took(Token.ID.Scalar) && feed.tookEndMark(event.getEndMark());
  }

  private boolean isContentOfDocument(ScalarEvent event) {
    return open.isEmpty() && event.getAnchor() == null && event.getTag() == null;
  }

  private YamlScalar scalar(ScalarEvent event) {
    Span span = new Span(feed.takenStart(), feed.takenEnd());
    ScalarStyle style = style(event.getScalarStyle());
    if (style == ScalarStyle.PLAIN && event.getTag() == null) {
      RepeatedScalars.Plain plain = RepeatedScalars.of(event.getValue());
      return new YamlScalar(plain.text(), style, plain.value(), span, event.getAnchor(), null);
    }
    ScalarValue value =
        ScalarResolver.resolve(event.getValue(), style == ScalarStyle.PLAIN, event.getTag());
    if (value == null) {
      reportTag(span, event.getTag());
      value = new ScalarValue.Text(event.getValue());
    }
    return new YamlScalar(event.getValue(), style, value, span, event.getAnchor(), event.getTag());
  }

  private YamlScalar empty(ScalarEvent event) {
    int offset = feed.takenEnd();
    ScalarValue value = ScalarResolver.resolve("", true, event.getTag());
    if (value == null) {
      reportTag(Span.at(offset), event.getTag());
    }
    return new YamlScalar(
        "",
        ScalarStyle.PLAIN,
        value == null ? NOTHING : value,
        Span.at(offset),
        event.getAnchor(),
        event.getTag());
  }

  private void reportTag(Span span, String tag) {
    String shortTag = "!!" + tag.substring(ScalarResolver.PREFIX.length());
    problems.add(
        YamlProblem.Kind.INVALID_VALUE,
        span.start(),
        span.end(),
        "This value is not what its tag `%s` asks for, so Helm refuses the file."
            .formatted(shortTag));
  }

  private static YamlScalar nothing(int offset, @Nullable String anchor, @Nullable String tag) {
    return new YamlScalar("", ScalarStyle.PLAIN, NOTHING, Span.at(offset), anchor, tag);
  }

  private void addAlias(AliasEvent event) {
    if (tooDeep > 0) {
      return;
    }
    Span span = new Span(feed.takenStart(), feed.takenEnd());
    String name = event.getAnchor();
    Anchor anchor = anchors.get(name);
    if (anchor == null || anchor.node == null) {
      reportAlias(anchor, name, span);
      add(new YamlScalar("", ScalarStyle.PLAIN, NOTHING, span, null, null), 0);
    } else if (open.size() + anchor.height > MAX_DEPTH) {
      reportDepth(span.start());
      add(new YamlScalar("", ScalarStyle.PLAIN, NOTHING, span, null, null), 0);
    } else {
      hasAliases = true;
      add(new YamlAlias(name, anchor.node, span), anchor.height);
    }
  }

  private void reportAlias(@Nullable Anchor anchor, String name, Span span) {
    if (anchor != null) {
      problems.add(
          YamlProblem.Kind.BOUND,
          span.start(),
          span.end(),
          "The anchor `%s` contains this alias of itself, which never ends.".formatted(name));
      return;
    }
    problems.add(
        YamlProblem.Kind.UNKNOWN_ALIAS,
        span.start(),
        span.end(),
        "No anchor `&%s` stands before this alias; a text that starts with `*` needs quotes."
            .formatted(name));
  }

  private @Nullable Anchor anchor(@Nullable String name) {
    if (name == null) {
      return null;
    }
    Anchor anchor = new Anchor();
    anchors.put(name, anchor);
    return anchor;
  }

  private void add(YamlNode node, int height) {
    Open parent = open.peek();
    if (parent == null) {
      root = node;
      return;
    }
    parent.nodes.add(node);
    parent.height = Math.max(parent.height, height + 1);
  }

  private static ScalarStyle style(DumperOptions.ScalarStyle style) {
    return switch (style) {
      case PLAIN, JSON_SCALAR_STYLE -> ScalarStyle.PLAIN;
      case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
      case DOUBLE_QUOTED -> ScalarStyle.DOUBLE_QUOTED;
      case LITERAL -> ScalarStyle.LITERAL;
      case FOLDED -> ScalarStyle.FOLDED;
    };
  }

  /** A node that carries an anchor; without a node as long as its collection is open. */
  private static final class Anchor {
    private @Nullable YamlNode node;
    private int height;
  }

  /** A collection whose end has not come yet. */
  private static final class Open {
    private final boolean mapping;
    private final boolean flow;
    private final int start;
    private final @Nullable Anchor anchor;
    private final @Nullable String anchorName;
    private final @Nullable String tag;
    private final List<YamlNode> nodes = new ArrayList<>();
    private int height = 1;

    Open(
        boolean mapping,
        boolean flow,
        int start,
        @Nullable Anchor anchor,
        @Nullable String anchorName,
        @Nullable String tag) {
      this.mapping = mapping;
      this.flow = flow;
      this.start = start;
      this.anchor = anchor;
      this.anchorName = anchorName;
      this.tag = tag;
    }

    boolean awaitsValue() {
      return mapping && !flow && nodes.size() % 2 == 1;
    }

    YamlNode node(TokenFeed feed) {
      boolean closed = feed.took(Token.ID.FlowMappingEnd) || feed.took(Token.ID.FlowSequenceEnd);
      int lastEnd = nodes.isEmpty() ? start : nodes.getLast().span().end();
      Span span = new Span(start, flow && closed ? feed.takenEnd() : Math.max(start, lastEnd));
      if (!mapping) {
        return new YamlSequence(nodes, flow, span, anchorName, tag);
      }
      List<YamlEntry> entries = new ArrayList<>(nodes.size() / 2);
      for (int i = 0; i + 1 < nodes.size(); i += 2) {
        entries.add(new YamlEntry(nodes.get(i), nodes.get(i + 1)));
      }
      return new YamlMapping(entries, flow, span, anchorName, tag);
    }
  }
}
