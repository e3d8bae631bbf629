package dev.plimsoll.template.syntax;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.grammar.GoTemplateLexer;
import dev.plimsoll.template.grammar.GoTemplateParser.ActionContext;
import dev.plimsoll.template.grammar.GoTemplateParser.PipelineContext;
import dev.plimsoll.template.syntax.Frame.Kind;
import java.util.List;
import java.util.function.Predicate;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Goes through one file, piece by piece. */
final class FileParser {

  /** Go bounds it as well, at 10,000. */
  private static final int DEEPEST_PARENTHESES = 250;

  private final SourceFile source;
  private final String text;
  private final Predicate<String> isFunction;
  private final TokenReader reader;
  private final ActionParser parser;
  private final PipelineBuilder builder;
  private final ErrorList errors;
  private final BlockStack blocks;

  FileParser(SourceFile source, Predicate<String> isFunction) {
    this.source = source;
    this.text = source.text();
    this.isFunction = isFunction;
    reader = new TokenReader(text);
    parser = new ActionParser(reader.lexer());
    builder = new PipelineBuilder(isFunction);
    errors = new ErrorList(text);
    blocks = new BlockStack(errors);
  }

  TemplateFile parse() {
    while (true) {
      int start = reader.offset();
      switch (reader.next()) {
        case TEXT -> addText(start, reader.offset());
        case COMMENT -> blocks.add(new TemplateNode.Comment(closedSpan(start)));
        case BROKEN_COMMENT -> {
          GoItem item = GoItems.brokenComment(reader.tokens().getFirst());
          errors.add(item.span(), item.text(), item.start(), blocks.top().tree.openAction);
        }
        case ACTION -> addAction(start);
        case END -> {
          TemplateNode.Block body = blocks.finish(text.length());
          return new TemplateFile(source, body, blocks.definitions(), errors.all());
        }
      }
    }
  }

  private void addText(int start, int end) {
    int trimmed = end;
    boolean trims =
        text.startsWith("{{-", end)
            && end + 3 < text.length()
            && GoChars.isSpace(text.charAt(end + 3));
    while (trims && trimmed > start && GoChars.isSpace(text.charAt(trimmed - 1))) {
      trimmed--;
    }
    if (trimmed > start) {
      Span span = new Span(start, trimmed);
      blocks.add(new TemplateNode.Text(span, span.in(text)));
    }
  }

  /** From {@code start} to behind the closing braces. */
  private Span closedSpan(int start) {
    return new Span(start, TokenReader.closed(text, reader.tokens().getLast()));
  }

  private void addAction(int start) {
    Span span = closedSpan(start);
    Token word = token(1);
    int keyword = word == null ? Token.EOF : word.getType();
    int seen = Math.max(start, span.end() - 2);
    Frame frame = blocks.top();
    frame.tree.openAction =
        keyword == GoTemplateLexer.DEFINE && frame.kind == Kind.FILE ? -1 : start;
    switch (keyword) {
      case GoTemplateLexer.IF -> addBranch(Kind.IF, span);
      case GoTemplateLexer.WITH -> addBranch(Kind.WITH, span);
      case GoTemplateLexer.RANGE -> addBranch(Kind.RANGE, span);
      case GoTemplateLexer.ELSE -> addElse(span, seen);
      case GoTemplateLexer.DEFINE -> addDefine(span);
      case GoTemplateLexer.BLOCK -> addBlock(span);
      case GoTemplateLexer.END -> {
        read(false);
        blocks.end(span, seen);
      }
      default -> {
        addPlain(keyword, span, seen);
        frame.tree.openAction = -1;
      }
    }
  }

  private void addPlain(int keyword, Span span, int seen) {
    Action action = read(false);
    switch (keyword) {
      case GoTemplateLexer.BREAK -> {
        requireRange(span, "break", seen);
        blocks.add(new TemplateNode.Break(span));
      }
      case GoTemplateLexer.CONTINUE -> {
        requireRange(span, "continue", seen);
        blocks.add(new TemplateNode.Continue(span));
      }
      case GoTemplateLexer.TEMPLATE ->
          blocks.add(
              new TemplateNode.Call(
                  span,
                  action.name(),
                  action.nameSpan(),
                  action.hasPipeline() ? action.pipeline() : null));
      default -> blocks.add(new TemplateNode.Action(span, action.pipeline()));
    }
  }

  private void requireRange(Span span, String word, int seen) {
    if (blocks.top().loops() == 0) {
      errors.add(span, "{{" + word + "}} outside {{range}}", seen);
    }
  }

  private void addBranch(Kind kind, Span span) {
    int mark = blocks.top().tree.variables.size();
    Action action = read(kind == Kind.RANGE);
    blocks.openBranch(kind, span, action.pipeline(), mark);
  }

  private void addElse(Span span, int seen) {
    Token word = token(2);
    if (word == null || !isBranch(word)) {
      read(false);
      blocks.beginElse(span, seen, null);
      blocks.top().tree.openAction = -1;
      return;
    }
    // To Go this is an `else` and, once that is done, another action.
    blocks.beginElse(span, word.getStartIndex(), word);
    blocks.top().tree.openAction = -1;
    int mark = blocks.top().tree.variables.size();
    Action action = read(false);
    blocks.openElseBranch(
        has(word, GoTemplateLexer.IF) ? Kind.IF : Kind.WITH, span, action.pipeline(), mark);
  }

  private boolean isBranch(Token word) {
    return (has(word, GoTemplateLexer.IF) || has(word, GoTemplateLexer.WITH))
        && GoChars.endsName(text, word.getStopIndex() + 1);
  }

  private void addDefine(Span span) {
    Action action = read(false);
    blocks.openTemplate(Kind.DEFINE, span, action.name(), action.nameSpan());
  }

  private void addBlock(Span span) {
    Action action = read(false);
    blocks.add(new TemplateNode.Call(span, action.name(), action.nameSpan(), action.pipeline()));
    blocks.openTemplate(Kind.BLOCK, span, action.name(), action.nameSpan());
  }

  /** What stands in an action. */
  private record Action(String name, Span nameSpan, Pipeline pipeline, boolean hasPipeline) {}

  /** Parses the action at hand and notes its errors. */
  private Action read(boolean isRange) {
    int end = reader.offset();
    Action nothing = new Action("", Span.at(end), emptyPipeline(end), false);
    if (!isBounded()) {
      return nothing;
    }
    Frame frame = blocks.top();
    Variables variables = frame.tree.variables;
    int mark = variables.size();
    ActionContext context = parser.parse(reader.tokens());
    Action action = action(context, isRange, variables, nothing);
    boolean misplaced = frame.kind != Kind.FILE && has(token(1), GoTemplateLexer.DEFINE);
    boolean doubtful = builder.takeDoubt() || reader.isDoubtful() || misplaced;
    if (doubtful || parser.hasFailed()) {
      replay(frame, mark);
    }
    return action;
  }

  private Action action(
      ActionContext context, boolean isRange, Variables variables, Action nothing) {
    String name = "";
    Span nameSpan = nothing.nameSpan();
    if (context.name() != null) {
      Token token = context.name().getStart();
      String unquoted = isString(token) ? QuotedStrings.unquote(token.getText()) : "";
      builder.doubt(unquoted == null);
      name = unquoted == null ? "" : unquoted;
      nameSpan = PipelineBuilder.span(token);
    }
    PipelineContext pipeline = context.pipeline();
    return pipeline == null
        ? new Action(name, nameSpan, nothing.pipeline(), false)
        : new Action(name, nameSpan, builder.build(pipeline, isRange, variables), true);
  }

  private void replay(Frame frame, int mark) {
    Variables variables = frame.tree.variables;
    List<String> declared = variables.since(mark);
    variables.forget(mark);
    List<CommonToken> tokens = reader.tokens();
    int before = errors.all().size();
    new GoReplay(
            GoItems.of(text, tokens, reader.offset()),
            variables,
            isFunction,
            (span, message, seen, isLexical) ->
                errors.add(span, message, seen, isLexical ? frame.tree.openAction : -1))
        .run(frame.kind == Kind.FILE);
    if (parser.hasFailed() && errors.all().size() == before && !errors.isFull()) {
      // A bug of ours, which may not pass for a good template.
      errors.add(closedSpan(tokens.getFirst().getStartIndex()), "action is not understood", 0);
    }
    // What comes later may use what the broken action meant to declare.
    variables.forget(mark);
    declared.forEach(variables::declare);
  }

  private boolean isBounded() {
    Span span = closedSpan(reader.tokens().getFirst().getStartIndex());
    if (reader.isTooLong()) {
      errors.add(span, "action has more than " + TokenReader.MOST + " tokens", span.start());
      return false;
    }
    if (reader.deepest() > DEEPEST_PARENTHESES) {
      errors.add(
          span,
          "max expression depth exceeded: parentheses nest deeper than " + DEEPEST_PARENTHESES,
          span.start());
      return false;
    }
    return true;
  }

  private static Pipeline emptyPipeline(int offset) {
    return new Pipeline(Span.at(offset), List.of(), false, List.of());
  }

  /** The token at {@code index} of the action; null if there is none. */
  private @Nullable Token token(int index) {
    List<CommonToken> tokens = reader.tokens();
    return index < tokens.size() ? tokens.get(index) : null;
  }

  private static boolean has(@Nullable Token token, int type) {
    return token != null && token.getType() == type;
  }

  private static boolean isString(Token token) {
    return has(token, GoTemplateLexer.STRING) || has(token, GoTemplateLexer.RAW_STRING);
  }
}
