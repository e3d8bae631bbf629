package dev.plimsoll.lsp.feature;

import dev.plimsoll.lsp.feature.TemplateScan.Reference;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;

/** The colours of Go templates. */
public final class SemanticTokensFeature {

  private static final List<String> TYPES =
      List.of(
          SemanticTokenTypes.Keyword,
          SemanticTokenTypes.Function,
          SemanticTokenTypes.Variable,
          SemanticTokenTypes.Property,
          SemanticTokenTypes.String,
          SemanticTokenTypes.Comment,
          SemanticTokenTypes.Namespace);

  private static final Pattern ACTION =
      Pattern.compile("\\{\\{-?\\s*(/\\*.*?\\*/)?(.*?)-?}}", Pattern.DOTALL);
  private static final Pattern WORD =
      Pattern.compile(
          "\"(?:[^\"\\\\\\n]|\\\\.)*\"|`[^`]*`|(?<![\\w.$])(?:if|else|end|range|with|define|block|template|break|continue)(?!\\w)");

  private final Context context;
  private final Map<Span, String> tokens = new TreeMap<>();

  public SemanticTokensFeature(Context context) {
    this.context = context;
  }

  /** Which number is which type. */
  public static SemanticTokensLegend legend() {
    return new SemanticTokensLegend(TYPES, List.of());
  }

  /** All tokens; none for what is no template. */
  public SemanticTokens all() {
    if (Documents.isTemplate(context)) {
      words();
      for (Reference reference : TemplateScan.of(context.source()).references()) {
        tokens.put(reference.span(), type(reference));
      }
    }
    return new SemanticTokens(encoded());
  }

  private static String type(Reference reference) {
    return switch (reference) {
      case TemplateScan.ValueReference _ -> SemanticTokenTypes.Property;
      case TemplateScan.NameReference _ -> SemanticTokenTypes.String;
      case TemplateScan.FunctionReference _ -> SemanticTokenTypes.Function;
      case TemplateScan.BuiltInReference _ -> SemanticTokenTypes.Namespace;
      case TemplateScan.VariableReference _ -> SemanticTokenTypes.Variable;
    };
  }

  private void words() {
    Matcher action = ACTION.matcher(context.source().text());
    while (action.find()) {
      if (action.group(1) != null) {
        tokens.put(new Span(action.start(1), action.end(1)), SemanticTokenTypes.Comment);
      }
      Matcher word = WORD.matcher(action.group(2));
      while (word.find()) {
        boolean isText = "\"`".indexOf(word.group().charAt(0)) >= 0;
        tokens.put(
            new Span(action.start(2) + word.start(), action.start(2) + word.end()),
            isText ? SemanticTokenTypes.String : SemanticTokenTypes.Keyword);
      }
    }
  }

  /** Each token relative to the one before; a token of several lines is one for each. */
  private List<Integer> encoded() {
    List<Integer> data = new ArrayList<>();
    Position last = new Position(0, 0);
    int end = 0;
    for (Map.Entry<Span, String> token : tokens.entrySet()) {
      if (token.getKey().start() < end) {
        continue;
      }
      for (Span part : lines(token.getKey())) {
        Position start = context.adapter().position(context.source(), part.start());
        int lines = start.getLine() - last.getLine();
        data.add(lines);
        data.add(lines == 0 ? start.getCharacter() - last.getCharacter() : start.getCharacter());
        data.add(context.adapter().units(context.source(), part));
        data.add(TYPES.indexOf(token.getValue()));
        data.add(0);
        last = start;
      }
      end = token.getKey().end();
    }
    return data;
  }

  private List<Span> lines(Span span) {
    LineIndex lines = context.source().lines();
    int first = lines.lineOf(span.start());
    int last = lines.lineOf(span.end());
    List<Span> parts = new ArrayList<>();
    for (int line = first; line <= last; line++) {
      Span whole = lines.line(line);
      int start = Math.max(whole.start(), span.start());
      int end = Math.min(whole.end(), span.end());
      if (start < end) {
        parts.add(new Span(start, end));
      }
    }
    return parts;
  }
}
