package dev.plimsoll.template.syntax;

import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A block whose {@code end} is still to come. */
final class Frame {

  /** What opened it. */
  enum Kind {
    FILE,
    DEFINE,
    BLOCK,
    IF,
    WITH,
    RANGE
  }

  /** A template of its own, as Go's parser sees it: a file, a {@code define} or a {@code block}. */
  static final class Tree {
    final Variables variables = new Variables();

    /** Where the action began of which Go thinks that it is still in it; -1 for none. */
    int openAction = -1;
  }

  final Kind kind;
  final Tree tree;
  final Span head;
  final Pipeline pipeline;
  final String name;
  final Span nameSpan;

  /** Whether it stands in an {@code else} and ends with the block around it. */
  final boolean isElseBranch;

  private final int mark;
  private final int outerLoops;
  private final List<TemplateNode> nodes = new ArrayList<>();
  private @Nullable List<TemplateNode> otherwise;
  private int bodyEnd;
  private int otherwiseStart;

  private Frame(
      Kind kind,
      Tree tree,
      Span head,
      Pipeline pipeline,
      String name,
      Span nameSpan,
      boolean isElseBranch,
      int mark,
      int outerLoops) {
    this.kind = kind;
    this.tree = tree;
    this.head = head;
    this.pipeline = pipeline;
    this.name = name;
    this.nameSpan = nameSpan;
    this.isElseBranch = isElseBranch;
    this.mark = mark;
    this.outerLoops = outerLoops;
  }

  static Frame file() {
    return template(Kind.FILE, Span.at(0), "", Span.at(0));
  }

  /** A file, {@code define} or {@code block}. */
  static Frame template(Kind kind, Span head, String name, Span nameSpan) {
    Pipeline none = new Pipeline(Span.at(head.end()), List.of(), false, List.of());
    return new Frame(kind, new Tree(), head, none, name, nameSpan, false, 1, 0);
  }

  /**
   * An {@code if}, {@code with} or {@code range} in this frame.
   *
   * @param innerMark how many variables were known in front of it
   */
  Frame branch(Kind inner, Span innerHead, Pipeline innerPipeline, boolean isElse, int innerMark) {
    return new Frame(
        inner,
        tree,
        innerHead,
        innerPipeline,
        "",
        Span.at(innerHead.end()),
        isElse,
        innerMark,
        loops());
  }

  /** The keyword that opened a branch. */
  String word() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  void add(TemplateNode node) {
    (otherwise == null ? nodes : otherwise).add(node);
  }

  boolean hasElse() {
    return otherwise != null;
  }

  /** What follows belongs to the {@code else} at {@code span}. */
  void beginElse(Span span) {
    if (otherwise == null) {
      otherwise = new ArrayList<>();
      bodyEnd = span.start();
      otherwiseStart = span.end();
    }
  }

  /** How many {@code range}s of this template a {@code break} here stands in. */
  int loops() {
    return kind == Kind.RANGE && otherwise == null ? outerLoops + 1 : outerLoops;
  }

  /** Its variables are known no longer. */
  void leave() {
    tree.variables.forget(mark);
  }

  /** What it wrote up to {@code end}, where its {@code end} begins. */
  TemplateNode.Block body(int end) {
    return block(head.end(), otherwise == null ? end : bodyEnd, nodes);
  }

  /** The node that it makes; {@code close} is its {@code end}. */
  TemplateNode branch(Span close) {
    Span span = head.cover(close);
    TemplateNode.Block body = body(close.start());
    TemplateNode.Block second =
        otherwise == null ? null : block(otherwiseStart, close.start(), otherwise);
    return switch (kind) {
      case IF -> new TemplateNode.If(span, head, pipeline, body, second);
      case WITH -> new TemplateNode.With(span, head, pipeline, body, second);
      case RANGE -> new TemplateNode.Range(span, head, pipeline, body, second);
      case FILE, DEFINE, BLOCK -> throw new IllegalStateException(kind + " is no branch");
    };
  }

  private static TemplateNode.Block block(int start, int end, List<TemplateNode> nodes) {
    return new TemplateNode.Block(new Span(start, Math.max(start, end)), nodes);
  }
}
