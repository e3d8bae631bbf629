package dev.plimsoll.lsp.feature;

import dev.plimsoll.lsp.feature.PathLinks.Link;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.RenameFile;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Renames a file or folder in its folder, with every text that names it or what is below it. */
final class FileRename {

  private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[^/\\\\:*?<>|{}\\p{Cntrl}]+");

  private final Context context;

  FileRename(Context context) {
    this.context = context;
  }

  /** The edits; a refusal where they would lose a file. */
  WorkspaceEdit rename(Link link, String newName) {
    String old = link.named().getFirst().path();
    String renamed = old.substring(0, old.lastIndexOf('/') + 1) + newName;
    requireName(newName, renamed);
    Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
    for (Link each : new PathLinks(context).to(old)) {
      if (each.named().stream().noneMatch(named -> PathLinks.isBelow(old, named.path()))) {
        continue;
      }
      Location place = requireOwnName(each, old);
      edits
          .computeIfAbsent(place.file().path(), _ -> new ArrayList<>())
          .add(new TextEdit(context.adapter().range(place), newName));
    }
    WorkspaceEdit edit = new Edits(context).ofTexts(edits, Optional.empty());
    edit.getDocumentChanges()
        .add(
            Either.forRight(
                new RenameFile(context.addresses().uri(old), context.addresses().uri(renamed))));
    return edit;
  }

  private void requireName(String newName, String renamed) {
    if (!context.client().renamesFiles() || !context.client().versionsEdits()) {
      throw RenameFeature.refused("This editor lets no server rename files.");
    }
    if (!NAME.matcher(newName).matches()) {
      throw RenameFeature.refused(
          "`" + newName + "` is no name of a file; it stays in its folder.");
    }
    if (context.analysed().files().kind(renamed) != FileTree.Kind.MISSING) {
      throw RenameFeature.refused("There is already `" + renamed + "`.");
    }
  }

  /** A text that means a file of each environment would lose those of the others. */
  private static Location requireOwnName(Link link, String old) {
    if (link.isByEnvironment()) {
      throw RenameFeature.refused(
          "`"
              + old
              + "` is found by the name of the environment (`"
              + link.place().file().path()
              + "`, line "
              + link.place().position().line()
              + "); rename the environment instead.");
    }
    return PathLinks.name(link, old)
        .orElseThrow(() ->
            RenameFeature.refused(
                "`"
                    + link.place().file().path()
                    + "`, line "
                    + link.place().position().line()
                    + ", names it in a way that cannot be changed."));
  }
}
