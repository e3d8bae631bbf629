package dev.plimsoll.lsp.workspace;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.ForwardingFileTree;
import dev.plimsoll.source.SourceFile;

/** Files without the texts that are too large to be analysed again at every keystroke. */
final class BoundedFileTree extends ForwardingFileTree {

  BoundedFileTree(FileTree files) {
    super(files);
  }

  @Override
  public FileContent read(String path) {
    FileContent content = super.read(path);
    return content instanceof FileContent.Text(SourceFile file) && SizeLimit.isAbove(file.text())
        ? new FileContent.Refused(SizeLimit.REASON)
        : content;
  }
}
