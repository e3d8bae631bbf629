package dev.plimsoll.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for every tree, however broken its text is. */
final class YamlShape {

  private YamlShape() {}

  static void check(YamlFile file) {
    int length = file.source().text().length();
    int end = 0;
    for (YamlDocument document : file.documents()) {
      assertThat(document.span().start()).isGreaterThanOrEqualTo(end);
      end = document.span().end();
      assertThat(end).isLessThanOrEqualTo(length);
      check(document.root(), document.span());
    }
    int commentEnd = 0;
    for (YamlComment comment : file.comments()) {
      assertThat(comment.span().start()).isGreaterThanOrEqualTo(commentEnd);
      commentEnd = comment.span().end();
      assertThat(comment.span().in(file.source().text())).startsWith("#").doesNotContain("\n");
    }
    for (YamlProblem problem : file.problems()) {
      assertThat(problem.span().end()).isLessThanOrEqualTo(length);
      assertThat(problem.message()).matches("(?s)[A-Z`].*[.]").doesNotContain("\n");
    }
  }

  /** Children lie inside their parent and in the order of the text. */
  private static void check(@Nullable YamlNode node, Span parent) {
    if (node == null) {
      return;
    }
    assertThat(parent.contains(node.span())).as("%s in %s", node.span(), parent).isTrue();
    int end = node.span().start();
    for (YamlNode child : children(node)) {
      assertThat(child.span().start()).isGreaterThanOrEqualTo(end);
      check(child, node.span());
      end = child.span().end();
    }
  }

  private static List<YamlNode> children(YamlNode node) {
    return switch (node) {
      case YamlScalar _, YamlAlias _ -> List.of();
      case YamlSequence sequence -> sequence.items();
      case YamlMapping mapping -> {
        List<YamlNode> children = new ArrayList<>();
        for (YamlEntry entry : mapping.entries()) {
          children.add(entry.key());
          children.add(entry.value());
        }
        yield children;
      }
    };
  }
}
