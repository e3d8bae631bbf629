package dev.plimsoll.lsp.feature;

import dev.plimsoll.lsp.feature.NavigationFeature.FileTarget;
import dev.plimsoll.lsp.feature.NavigationFeature.NameTarget;
import dev.plimsoll.lsp.feature.NavigationFeature.ProjectTarget;
import dev.plimsoll.lsp.feature.NavigationFeature.Target;
import dev.plimsoll.lsp.feature.NavigationFeature.ValueTarget;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.RenameFile;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Renames a value in all layers and templates, a named template, an environment or a release in the
 * project file and helmfiles with the files that are found by its name, or a file where it is
 * named.
 */
public final class RenameFeature {

  /** What templates can name behind a dot. */
  private static final Pattern FIELD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final Pattern RELEASE_NAME =
      Pattern.compile("(?=.{1,53}$)[a-z0-9]([-a-z0-9.]*[a-z0-9])?");

  private static final Pattern ENVIRONMENT_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

  private final Context context;
  private final NavigationFeature navigation;

  public RenameFeature(Context context) {
    this.context = context;
    this.navigation = new NavigationFeature(context);
  }

  /** What would be renamed; null for what cannot be. */
  public @Nullable PrepareRenameResult prepare(Position position) {
    return target(position)
        .flatMap(target ->
            target instanceof FileTarget(PathLinks.Link link)
                ? PathLinks.name(link, link.named().getFirst().path()).map(Location::span)
                : Optional.of(unquoted(context.source().at(target.span()))))
        .map(span ->
            new PrepareRenameResult(
                context.adapter().range(context.source(), span), context.source().text(span)))
        .orElse(null);
  }

  /** The edits. */
  public @Nullable WorkspaceEdit rename(Position position, String newName) {
    Optional<Target> target = target(position);
    if (target.isEmpty()) {
      return null;
    }
    if (target.get() instanceof ValueTarget) {
      requireField(newName);
    }
    if (newName.isBlank() || newName.contains("\"") || newName.contains("\n")) {
      throw refused("`" + newName + "` is no name.");
    }
    if (target.get() instanceof FileTarget(PathLinks.Link link)) {
      return new FileRename(context).rename(link, newName);
    }
    if (target.get() instanceof ProjectTarget named) {
      requireFree(named, newName);
    }
    Collection<Location> places = navigation.places(target.get(), true);
    Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
    for (Location place : places) {
      if (!Edits.isWritable(place.file())) {
        throw refused(
            "`"
                + place.file().path()
                + "` names it too, and is in an archive that cannot be edited.");
      }
      edits
          .computeIfAbsent(place.file().path(), _ -> new ArrayList<>())
          .add(new TextEdit(context.adapter().range(place.file(), unquoted(place)), newName));
    }
    WorkspaceEdit edit = new Edits(context).ofTexts(edits, Optional.empty());
    if (target.get() instanceof ProjectTarget named
        && named.kind() == ProjectNames.Kind.ENVIRONMENT) {
      renameFiles(edit, named.name(), newName, List.copyOf(edits.keySet()));
    }
    return edit;
  }

  private void renameFiles(
      WorkspaceEdit edit, String environment, String newName, List<String> naming) {
    Map<String, String> renamed = EnvironmentFiles.renamed(context, environment, newName, naming);
    if (renamed.isEmpty()) {
      return;
    }
    if (!context.client().renamesFiles() || !context.client().versionsEdits()) {
      throw refused(
          "`"
              + renamed.keySet().iterator().next()
              + "` is found by the name of the environment, and this editor lets no server rename"
              + " files.");
    }
    renamed.forEach((from, to) ->
        edit.getDocumentChanges()
            .add(
                Either.forRight(
                    new RenameFile(context.addresses().uri(from), context.addresses().uri(to)))));
  }

  /** Two environments of one name would be one, and two releases each other's. */
  private void requireFree(ProjectTarget target, String newName) {
    boolean isRelease = target.kind() == ProjectNames.Kind.RELEASE;
    Pattern form = isRelease ? RELEASE_NAME : ENVIRONMENT_NAME;
    if (!form.matcher(newName).matches()) {
      throw refused(
          isRelease
              ? "Helm refuses `%s` as the name of a release: it takes at most 53 lower-case letters, digits, hyphens and dots."
                  .formatted(newName)
              : "`%s` is no name of an environment; use letters, digits, `-`, `_` and `.`."
                  .formatted(newName));
    }
    if (!new ProjectNames(context).mentions(target.kind(), newName).isEmpty()) {
      throw refused(
          "There is already %s `%s`."
              .formatted(isRelease ? "a release" : "an environment", newName));
    }
  }

  private Optional<Target> target(Position position) {
    return navigation
        .target(context.offset(position))
        .filter(target ->
            switch (target) {
              case FileTarget _, NameTarget _, ProjectTarget _ -> true;
              case ValueTarget(List<Layers.Use> _, ValuePath path, Span _) ->
                  !path.steps().isEmpty() && path.steps().getLast() instanceof ValuePath.Key;
            })
        .filter(target -> !(target instanceof ValueTarget) || isOnKey(position));
  }

  /** A value is renamed by its key alone. */
  private boolean isOnKey(Position position) {
    return Documents.isTemplate(context)
        || YamlPlace.entryAt(context.document().yaml(), context.offset(position))
            .filter(YamlPlace::isKey)
            .isPresent();
  }

  private static Span unquoted(Location place) {
    String text = place.file().text(place.span());
    boolean isQuoted =
        text.length() > 1
            && "\"'`".indexOf(text.charAt(0)) >= 0
            && text.charAt(0) == text.charAt(text.length() - 1);
    return isQuoted ? new Span(place.span().start() + 1, place.span().end() - 1) : place.span();
  }

  private static void requireField(String newName) {
    if (!FIELD.matcher(newName).matches()) {
      throw refused(
          "`" + newName + "` cannot stand behind a dot in templates; use letters, digits and `_`.");
    }
  }

  static ResponseErrorException refused(String message) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.RequestFailed, message, null));
  }
}
