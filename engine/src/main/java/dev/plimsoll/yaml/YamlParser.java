package dev.plimsoll.yaml;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Reads YAML text into a tree.
 *
 * <p>The text is split into tokens by the rules of Helm's reader, SnakeYAML's grammar turns them
 * into events, and the events become the tree. Where the grammar stops, the tokens are mended and
 * it starts again, so that every error is found.
 */
public final class YamlParser {

  /** In UTF-16 units. Helm refuses charts above 100 MiB altogether; nobody edits such files. */
  static final int MAX_LENGTH = 32 * 1024 * 1024;

  /** Each takes another pass over the text. */
  private static final int MAX_UNCLOSED = 20;

  /**
   * How many tokens are read over and over to find further errors; each error costs a pass over all
   * of them. Enough for a hundred errors in a text of 20,000 lines.
   */
  private static final long MAX_WORK = 10_000_000;

  private final SourceFile source;
  private final Set<Integer> unclosed = new HashSet<>();

  private YamlParser(SourceFile source) {
    this.source = source;
  }

  /** Reads every document of a text. Never fails: what is wrong is in the result's problems. */
  public static YamlFile parse(SourceFile source) {
    if (source.text().length() > MAX_LENGTH) {
      YamlProblem tooLong =
          new YamlProblem(
              YamlProblem.Kind.BOUND,
              Span.at(0),
              "This text has more than %,d characters and is not read.".formatted(MAX_LENGTH));
      return new YamlFile(source, List.of(), List.of(), List.of(tooLong));
    }
    return new YamlParser(source).parse();
  }

  private YamlFile parse() {
    while (true) {
      YamlScanner scanner = new YamlScanner(source.text(), unclosed).scan();
      if (!isUnclosed(scanner.unclosedFlow(), source.text().length())) {
        YamlFile file = build(scanner);
        if (file != null) {
          return file;
        }
      }
    }
  }

  /** Null if the tokens are to be read again, as another bracket was found to lack its end. */
  private @Nullable YamlFile build(YamlScanner scanner) {
    List<Token> tokens = scanner.tokens();
    Problems grammar = new Problems();
    TokenMender mender = new TokenMender(source.text(), tokens, grammar);
    for (int mends = 0; ; mends++) {
      Problems content = new Problems();
      TreeBuilder builder = new TreeBuilder(source.text().length(), tokens, content);
      int refused = builder.build();
      if (refused >= 0
          && isUnclosed(mender.outermostFlow(refused), Tokens.end(tokens.get(refused)))) {
        return null;
      }
      boolean mended = refused >= 0 && mends < Problems.MAX && mender.mend(refused);
      if (mended && (long) mends * tokens.size() > MAX_WORK) {
        grammar.add(
            YamlProblem.Kind.BOUND,
            source.text().length(),
            source.text().length(),
            "This text is too large to find all its errors at once; more may follow.");
        mended = false;
      }
      if (!mended) {
        Problems problems = Problems.merge(scanner.problems(), grammar, content);
        return new YamlFile(source, builder.documents(), scanner.comments(), problems.sorted());
      }
    }
  }

  /**
   * Whether a bracket lacks its end, and that is news: before {@code end}, where an error was
   * found, stands a line that looks like an entry of the block around the bracket.
   */
  private boolean isUnclosed(int flow, int end) {
    return flow >= 0
        && unclosed.size() < MAX_UNCLOSED
        && BlockLines.anyEntry(
            source.text(), flow, end, BlockLines.indentation(source.text(), flow))
        && unclosed.add(flow);
  }
}
