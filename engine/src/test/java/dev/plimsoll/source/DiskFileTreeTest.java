package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskFileTreeTest {

  @TempDir private Path temp;
  private Path root;
  private Path outside;

  @BeforeEach
  void layOut() throws IOException {
    root = Files.createDirectories(temp.resolve("workspace"));
    outside = Files.createDirectories(temp.resolve("outside"));
    Files.writeString(outside.resolve("defaults.yaml"), "a: 1\n");
    Files.createDirectories(root.resolve("charts/app"));
    Files.writeString(root.resolve("charts/app/values.yaml"), "b: 2\n");
    Files.writeString(root.resolve("charts/app/Chart.yaml"), "name: app\n");
  }

  @Test
  void readsAFileOnce() throws IOException {
    FileTree tree = new DiskFileTree(root, List.of());

    SourceFile first = text(tree.read("charts/app/values.yaml"));
    Files.writeString(root.resolve("charts/app/values.yaml"), "b: 3\n");

    assertThat(first.path()).isEqualTo("charts/app/values.yaml");
    assertThat(first.text()).isEqualTo("b: 2\n");
    assertThat(text(tree.read("charts/app/values.yaml"))).isSameAs(first);
  }

  @Test
  void listsByName() throws IOException {
    FileTree tree = new DiskFileTree(root, List.of());

    assertThat(tree.list("charts/app"))
        .containsExactly(
            new FileTree.Entry("Chart.yaml", FileTree.Kind.FILE),
            new FileTree.Entry("values.yaml", FileTree.Kind.FILE));
    assertThat(tree.list("")).containsExactly(new FileTree.Entry("charts", FileTree.Kind.FOLDER));
    assertThat(tree.list("nowhere")).isEmpty();
    assertThat(tree.kind("charts")).isEqualTo(FileTree.Kind.FOLDER);
    assertThat(tree.kind("charts/app/values.yaml")).isEqualTo(FileTree.Kind.FILE);
    assertThat(tree.kind("nowhere")).isEqualTo(FileTree.Kind.MISSING);
  }

  @Test
  void pathsThatLeaveTheWorkspaceAreRefusedAndSayWhichPermissionTheyWant() throws IOException {
    FileTree tree = new DiskFileTree(root, List.of());

    assertThat(tree.read("../outside/defaults.yaml"))
        .isEqualTo(
            new FileContent.Refused(
                "it is outside the workspace; `PLIMSOLL_ALLOW=path="
                    + outside.resolve("defaults.yaml").toRealPath()
                    + "` lets it be read."));
  }

  @Test
  void foldersThatCannotBeLookedIntoAreNamed() throws IOException {
    Files.createSymbolicLink(root.resolve("folder"), outside);
    FileTree tree = new DiskFileTree(root, List.of());
    assertThat(tree.unreadFolders()).isEmpty();

    tree.list("folder");
    tree.list("nowhere");

    assertThat(tree.unreadFolders()).containsOnlyKeys("folder");
    assertThat(new OverlayFileTree(tree, Map.of()).unreadFolders()).containsOnlyKeys("folder");
  }

  @Test
  void linksThatLeaveTheWorkspaceAreRefused() throws IOException {
    Files.createSymbolicLink(root.resolve("link.yaml"), outside.resolve("defaults.yaml"));
    Files.createSymbolicLink(root.resolve("folder"), outside);
    FileTree tree = new DiskFileTree(root, List.of());

    assertThat(tree.read("link.yaml")).isInstanceOf(FileContent.Refused.class);
    assertThat(tree.read("folder/defaults.yaml")).isInstanceOf(FileContent.Refused.class);
    assertThat(tree.list("folder")).isEmpty();
  }

  @Test
  void allowedFoldersAreRead() throws IOException {
    FileTree tree = new DiskFileTree(root, List.of(outside));

    assertThat(text(tree.read("../outside/defaults.yaml")).text()).isEqualTo("a: 1\n");
    assertThat(text(tree.read(outside.resolve("defaults.yaml").toString())).text())
        .isEqualTo("a: 1\n");
  }

  @Test
  void linkToAFolderAboveIsNoMember() throws IOException {
    Files.createSymbolicLink(root.resolve("charts/loop"), root);
    FileTree tree = new DiskFileTree(root, List.of());

    assertThat(tree.list("charts"))
        .containsExactly(new FileTree.Entry("app", FileTree.Kind.FOLDER));
  }

  @Test
  void foldersAndMissingFilesAreNoFiles() throws IOException {
    FileTree tree = new DiskFileTree(root, List.of());

    assertThat(tree.read("charts")).isEqualTo(new FileContent.Refused("it is no regular file."));
    assertThat(tree.read("charts/app/nothing.yaml")).isInstanceOf(FileContent.Missing.class);
    assertThat(tree.read("bad\0name")).isInstanceOf(FileContent.Missing.class);
  }

  private static SourceFile text(FileContent content) {
    assertThat(content).isInstanceOf(FileContent.Text.class);
    return ((FileContent.Text) content).file();
  }
}
