package dev.plimsoll.helmfile;

import dev.plimsoll.source.FileTree;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code fs.DirEntry}, of which templates want the name and whether it is a folder. */
record FolderEntry(FileTree.Entry entry) implements GoObject {

  @Override
  public @Nullable GoValue field(String name) {
    return null;
  }

  @Override
  public boolean hasMethod(String name) {
    return name.equals("Name") || name.equals("IsDir");
  }

  @Override
  public GoValue call(String method, List<GoValue> arguments) {
    return switch (method) {
      case "Name" -> GoString.of(entry.name());
      case "IsDir" -> new GoBool(entry.kind() == FileTree.Kind.FOLDER, Trace.NONE);
      default -> throw new GoFailure("can't evaluate field " + method + " in type fs.DirEntry");
    };
  }

  @Override
  public String print() {
    return (entry.kind() == FileTree.Kind.FOLDER ? "d " + entry.name() + "/" : "- " + entry.name());
  }

  @Override
  public Trace trace() {
    return Trace.NONE;
  }

  @Override
  public GoValue because(Trace reason) {
    return this;
  }

  @Override
  public String typeName() {
    return "*os.unixDirent";
  }

  @Override
  public String kindName() {
    return "ptr";
  }

  @Override
  public boolean isTrue() {
    return true;
  }
}
