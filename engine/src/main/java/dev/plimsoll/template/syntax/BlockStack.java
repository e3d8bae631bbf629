package dev.plimsoll.template.syntax;

import dev.plimsoll.source.Span;
import dev.plimsoll.template.syntax.Frame.Kind;
import dev.plimsoll.template.syntax.TemplateFile.Definition;
import dev.plimsoll.template.value.GoQuotes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Which block stands in which. Gets over an {@code end} too many and one too few. */
final class BlockStack {

  /** Go has no such bound, and needs a stack for each level as we do. */
  private static final int DEEPEST = 1000;

  private final ErrorList errors;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final Set<String> defined = new HashSet<>();
  private int ignored;

  BlockStack(ErrorList errors) {
    this.errors = errors;
    frames.push(Frame.file());
  }

  /** The innermost block. */
  Frame top() {
    return frames.element();
  }

  List<Definition> definitions() {
    return definitions;
  }

  void add(TemplateNode node) {
    top().add(node);
  }

  /** Begins a {@code define} or {@code block}. */
  void openTemplate(Kind kind, Span head, String name, Span nameSpan) {
    open(Frame.template(kind, head, name, nameSpan));
  }

  /** Begins an {@code if}, {@code with} or {@code range}. */
  void openBranch(Kind kind, Span head, Pipeline pipeline, int mark) {
    open(top().branch(kind, head, pipeline, false, mark));
  }

  /**
   * Passes to the second branch.
   *
   * @param seen where the last token begins that Go has read
   * @param word the {@code if} or {@code with} behind it
   */
  void beginElse(Span head, int seen, @Nullable Token word) {
    if (ignored > 0) {
      return;
    }
    Frame frame = top();
    switch (frame.kind) {
      case FILE -> errors.add(head, "unexpected {{else}}", seen);
      case DEFINE -> errors.add(head, "unexpected {{else}} in define clause", seen);
      // Go's parser of the block has read so far, the one that complains has not.
      case BLOCK -> errors.add(head, "unexpected {{else}} in block clause", frame.head.end() - 2);
      case IF, WITH, RANGE -> {
        if (frame.hasElse()) {
          errors.add(head, "expected end; found {{else}}", seen);
        } else if (word != null && !word.getText().equals(frame.word())) {
          errors.add(
              PipelineBuilder.span(word), "unexpected <" + word.getText() + "> in input", seen);
        }
        frame.beginElse(head);
      }
    }
  }

  /** Begins the {@code if} or {@code with} of an {@code else}. */
  void openElseBranch(Kind kind, Span head, Pipeline pipeline, int mark) {
    if (!top().hasElse()) {
      openBranch(kind, head, pipeline, mark);
    } else if (!isTooDeep(head)) {
      frames.push(top().branch(kind, head, pipeline, true, mark));
    }
  }

  /**
   * Ends the innermost block.
   *
   * @param seen where the last token begins that Go has read
   */
  void end(Span close, int seen) {
    if (ignored > 0) {
      ignored--;
      return;
    }
    if (top().kind == Kind.FILE) {
      errors.add(close, "unexpected {{end}}", seen);
      return;
    }
    while (close(close, seen)) {
      // An `else if` ends with the `if` before it.
    }
    top().tree.openAction = -1;
  }

  /** Ends what is still open and gives what the file itself writes. */
  TemplateNode.Block finish(int end) {
    while (frames.size() > 1) {
      if (!top().isElseBranch) {
        errors.add(top().head, "unexpected EOF", end);
      }
      close(Span.at(end), end);
    }
    return top().body(end);
  }

  private void open(Frame frame) {
    if (ignored > 0 || isTooDeep(frame.head)) {
      ignored++;
    } else {
      frames.push(frame);
    }
  }

  private boolean isTooDeep(Span head) {
    if (frames.size() <= DEEPEST) {
      return false;
    }
    errors.add(head, "blocks nest deeper than " + DEEPEST, head.start());
    return true;
  }

  /** Whether the block around ends at the same place. */
  private boolean close(Span close, int seen) {
    Frame frame = frames.pop();
    switch (frame.kind) {
      case FILE -> throw new IllegalStateException("The file is no block");
      case DEFINE, BLOCK -> define(frame, close, seen);
      case IF, WITH, RANGE -> {
        frame.leave();
        add(frame.branch(close));
      }
    }
    return frame.isElseBranch;
  }

  private void define(Frame frame, Span close, int seen) {
    TemplateNode.Block body = frame.body(close.start());
    // An empty one is replaced by what follows, and replaces nothing.
    if (!body.isBlank() && !defined.add(frame.name)) {
      errors.add(
          frame.nameSpan,
          "template: multiple definition of template " + GoQuotes.quote(frame.name),
          seen);
    }
    definitions.add(new Definition(frame.name, frame.nameSpan, frame.head.cover(close), body));
  }
}
