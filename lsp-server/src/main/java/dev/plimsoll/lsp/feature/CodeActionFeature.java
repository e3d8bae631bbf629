package dev.plimsoll.lsp.feature;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.AffectsText;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.lsp.workspace.Analysed;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.WorkspaceEdit;

/** What can be done about diagnostics, and with values: fix, accept with a reason, move. */
public final class CodeActionFeature {

  /** Fixes everything of one kind. */
  public static final String FIX_ALL = "source.fixAll.plimsoll";

  /** Moves something; a kind of the protocol that lsp4j has no name for. */
  public static final String REFACTOR_MOVE = "refactor.move";

  private final Context context;

  public CodeActionFeature(Context context) {
    this.context = context;
  }

  /** The actions for a range, without edits: those are made when one is chosen. */
  public List<CodeAction> of(CodeActionParams params) {
    Span span = context.adapter().span(context.source(), params.getRange());
    List<String> only = Optional.ofNullable(params.getContext().getOnly()).orElse(List.of());
    List<CodeAction> actions = new ArrayList<>();
    Set<String> rules = new LinkedHashSet<>();
    for (Diagnostic diagnostic : diagnostics()) {
      Span at = diagnostic.location().span();
      if (at.start() <= span.end() && span.start() <= at.end()) {
        List<org.eclipse.lsp4j.Diagnostic> shown = shown(params, diagnostic);
        fixes(diagnostic, shown, actions);
        actions.add(suppression(diagnostic, shown));
        rules.add(diagnostic.rule().value());
      }
    }
    moves(span.start(), actions);
    for (String rule : rules) {
      if (fixesOf(rule).size() > 1) {
        actions.add(fixAll(rule));
      }
    }
    actions.removeIf(action ->
        !only.isEmpty()
            && only.stream()
                .noneMatch(kind ->
                    action.getKind().equals(kind) || action.getKind().startsWith(kind + ".")));
    if (!context.client().resolvesActions()) {
      actions.forEach(this::resolve);
    }
    return actions;
  }

  /** The same action with its edit. */
  @CanIgnoreReturnValue
  public CodeAction resolve(CodeAction action) {
    JsonObject data = (JsonObject) action.getData();
    switch (data.get("do").getAsString()) {
      case "fix" -> find(data).map(this::edit).ifPresent(action::setEdit);
      case "fixAll" -> action.setEdit(edit(fixesOf(rule(data))));
      case "suppress" -> action.setEdit(new SuppressionEdit(context).of(rule(data), release(data)));
      case "move" -> move(data).ifPresent(action::setEdit);
      default -> {
        // Another version of the server offered this.
      }
    }
    return action;
  }

  /** The layers to which the value under the cursor can go. */
  private void moves(int offset, List<CodeAction> actions) {
    LayerMoves.at(context, offset)
        .ifPresent(moves -> {
          moves
              .extraction()
              .ifPresent(move ->
                  actions.add(move("Extract", CodeActionKind.RefactorExtract, moves, move)));
          moves.moves().forEach(move -> actions.add(move("Move", REFACTOR_MOVE, moves, move)));
        });
  }

  private CodeAction move(String verb, String kind, LayerMoves moves, LayerMoves.Move move) {
    String target = move.target().layer().file().path();
    List<Affected> changed = moves.changed(move);
    CodeAction action =
        new CodeAction(
            "%s `%s` to %s%s"
                .formatted(
                    verb,
                    moves.path(),
                    target,
                    changed.isEmpty() ? "" : ", which changes " + AffectsText.of(changed)));
    action.setKind(kind);
    JsonObject data = new JsonObject();
    data.addProperty("do", "move");
    data.addProperty("uri", context.document().uri());
    data.addProperty("path", moves.path().toString());
    data.addProperty("target", target);
    data.addProperty("isExtraction", kind.equals(CodeActionKind.RefactorExtract));
    action.setData(data);
    return action;
  }

  private Optional<WorkspaceEdit> move(JsonObject data) {
    String target = data.get("target").getAsString();
    boolean isExtraction = data.get("isExtraction").getAsBoolean();
    return ValuePath.parse(data.get("path").getAsString())
        .flatMap(path -> LayerMoves.at(context, path))
        .flatMap(moves ->
            isExtraction
                ? moves.extraction()
                : moves.moves().stream()
                    .filter(move -> move.target().layer().file().path().equals(target))
                    .findFirst())
        .map(move -> new Edits(context).of(move.edits()));
  }

  /** The document that an action is about. */
  public static Optional<String> document(CodeAction action) {
    return action.getData() instanceof JsonObject data
        ? Optional.ofNullable(data.get("uri")).map(JsonElement::getAsString)
        : Optional.empty();
  }

  private void fixes(
      Diagnostic diagnostic, List<org.eclipse.lsp4j.Diagnostic> shown, List<CodeAction> actions) {
    for (int i = 0; i < diagnostic.fixes().size(); i++) {
      Fix fix = diagnostic.fixes().get(i);
      if (!isApplicable(fix)) {
        continue;
      }
      CodeAction action = new CodeAction(title(fix));
      action.setKind(CodeActionKind.QuickFix);
      action.setDiagnostics(shown);
      action.setIsPreferred(i == 0 && fix.applicability() == Fix.Applicability.SAFE);
      JsonObject data = data("fix", diagnostic);
      data.addProperty("index", i);
      data.addProperty("start", diagnostic.location().span().start());
      action.setData(data);
      actions.add(action);
    }
  }

  /** A fix in another layer says in which. */
  private String title(Fix fix) {
    String file = fix.edits().getFirst().location().file().path();
    boolean isSaid = file.equals(context.path()) || fix.title().contains("`" + file + "`");
    return isSaid ? fix.title() : fix.title() + " in " + file;
  }

  private CodeAction suppression(Diagnostic diagnostic, List<org.eclipse.lsp4j.Diagnostic> shown) {
    CodeAction action =
        new CodeAction("Accept `" + diagnostic.rule() + "` with a reason in plimsoll.yaml");
    action.setKind(CodeActionKind.QuickFix);
    action.setDiagnostics(shown);
    JsonObject data = data("suppress", diagnostic);
    Set<String> releases = new LinkedHashSet<>();
    diagnostic.affects().forEach(cell -> releases.add(cell.release()));
    if (releases.size() == 1) {
      data.addProperty("release", releases.iterator().next());
    }
    action.setData(data);
    return action;
  }

  private CodeAction fixAll(String rule) {
    CodeAction action = new CodeAction("Fix every `" + rule + "` of this file");
    action.setKind(FIX_ALL);
    JsonObject data = new JsonObject();
    data.addProperty("do", "fixAll");
    data.addProperty("uri", context.document().uri());
    data.addProperty("rule", rule);
    action.setData(data);
    return action;
  }

  private JsonObject data(String what, Diagnostic diagnostic) {
    JsonObject data = new JsonObject();
    data.addProperty("do", what);
    data.addProperty("uri", context.document().uri());
    data.addProperty("rule", diagnostic.rule().value());
    return data;
  }

  private List<Diagnostic> diagnostics() {
    Analysed analysed = context.analysed();
    return analysed.result().diagnostics().stream()
        .filter(diagnostic -> diagnostic.accepted().isEmpty())
        .filter(diagnostic -> diagnostic.location().file().path().equals(context.path()))
        .toList();
  }

  private List<org.eclipse.lsp4j.Diagnostic> shown(CodeActionParams params, Diagnostic about) {
    return params.getContext().getDiagnostics().stream()
        .filter(shown ->
            shown.getCode() != null
                && shown.getCode().isLeft()
                && shown.getCode().getLeft().equals(about.rule().value())
                && shown.getRange().equals(context.addresses().range(about.location())))
        .toList();
  }

  private List<Fix> fixesOf(String rule) {
    List<Fix> fixes = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics()) {
      if (diagnostic.rule().value().equals(rule)) {
        diagnostic.fixes().stream()
            .filter(this::isApplicable)
            .filter(fix -> fix.applicability() == Fix.Applicability.SAFE)
            .filter(fix -> fixes.stream().noneMatch(other -> quarrel(fix, other)))
            .findFirst()
            .ifPresent(fixes::add);
      }
    }
    return fixes;
  }

  private Optional<Fix> find(JsonObject data) {
    int index = data.get("index").getAsInt();
    return diagnostics().stream()
        .filter(each -> each.rule().value().equals(data.get("rule").getAsString()))
        .filter(each -> each.location().span().start() == data.get("start").getAsInt())
        .filter(each -> index < each.fixes().size())
        .map(each -> each.fixes().get(index))
        .findFirst();
  }

  private WorkspaceEdit edit(Fix fix) {
    return edit(List.of(fix));
  }

  private WorkspaceEdit edit(List<Fix> fixes) {
    return new Edits(context).of(fixes.stream().flatMap(fix -> fix.edits().stream()).toList());
  }

  private static String rule(JsonObject data) {
    return data.get("rule").getAsString();
  }

  private static Optional<String> release(JsonObject data) {
    return Optional.ofNullable(data.get("release")).map(JsonElement::getAsString);
  }

  private boolean isApplicable(Fix fix) {
    return !fix.edits().isEmpty()
        && fix.edits().stream().allMatch(new Edits(context)::isApplicable);
  }

  /** Whether two fixes cannot be applied at once. */
  private static boolean quarrel(Fix one, Fix other) {
    return one.edits().stream()
        .anyMatch(edit -> other.edits().stream().anyMatch(edit::quarrelsWith));
  }
}
