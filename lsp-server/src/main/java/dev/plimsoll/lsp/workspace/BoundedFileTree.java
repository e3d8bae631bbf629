package dev.plimsoll.lsp.workspace;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Files without the texts that are too large to be analysed again at every keystroke. */
final class BoundedFileTree implements FileTree {

  private final FileTree files;

  BoundedFileTree(FileTree files) {
    this.files = files;
  }

  @Override
  public FileContent read(String path) {
    FileContent content = files.read(path);
    return content instanceof FileContent.Text(SourceFile file) && SizeLimit.isAbove(file.text())
        ? new FileContent.Refused(SizeLimit.REASON)
        : content;
  }

  @Override
  public List<Entry> list(String folder) {
    return files.list(folder);
  }

  @Override
  public Kind kind(String path) {
    return files.kind(path);
  }

  @Override
  public OptionalLong size(String path) {
    return files.size(path);
  }

  @Override
  public Map<String, String> unreadFolders() {
    return files.unreadFolders();
  }

  @Override
  public String displayPath(String path) {
    return files.displayPath(path);
  }
}
