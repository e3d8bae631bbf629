package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class OverlayFileTreeTest {

  private final FileTree tree =
      new OverlayFileTree(
          MemoryFileTree.ofTexts(Map.of("a/x.yaml", "old", "a/y.yaml", "kept")),
          Map.of("a/x.yaml", "new", "b/z.yaml", "added"));

  @Test
  void textsOnTopWin() {
    assertThat(((FileContent.Text) tree.read("a/x.yaml")).file().text()).isEqualTo("new");
    assertThat(((FileContent.Text) tree.read("a/y.yaml")).file().text()).isEqualTo("kept");
    assertThat(tree.size("a/x.yaml")).hasValue(3);
  }

  @Test
  void addedFilesAndTheirFoldersAreListed() {
    assertThat(tree.list("").stream().map(FileTree.Entry::name)).containsExactly("a", "b");
    assertThat(tree.list("a").stream().map(FileTree.Entry::name))
        .containsExactly("x.yaml", "y.yaml");
    assertThat(tree.kind("b")).isEqualTo(FileTree.Kind.FOLDER);
    assertThat(tree.kind("b/z.yaml")).isEqualTo(FileTree.Kind.FILE);
    assertThat(tree.kind("b/z")).isEqualTo(FileTree.Kind.MISSING);
  }
}
