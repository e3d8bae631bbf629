package dev.plimsoll.lsp.feature;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.lsp.workspace.Analysed;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.WorkspaceEdit;

/** What can be done about diagnostics: their fixes, and to accept them with a reason. */
public final class CodeActionFeature {

  /** Fixes everything of one kind. */
  public static final String FIX_ALL = "source.fixAll.plimsoll";

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
    String rule = data.get("rule").getAsString();
    switch (data.get("do").getAsString()) {
      case "fix" -> find(data).map(this::edit).ifPresent(action::setEdit);
      case "fixAll" -> action.setEdit(edit(fixesOf(rule)));
      case "suppress" -> action.setEdit(new SuppressionEdit(context).of(rule, release(data)));
      default -> {
        // Another version of the server offered this.
      }
    }
    return action;
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
    return file.equals(context.path()) ? fix.title() : fix.title() + " in " + file;
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
            .filter(CodeActionFeature::isApplicable)
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

  private static Optional<String> release(JsonObject data) {
    return Optional.ofNullable(data.get("release")).map(JsonElement::getAsString);
  }

  private static boolean isApplicable(Fix fix) {
    return !fix.edits().isEmpty()
        && fix.edits().stream().allMatch(edit -> Edits.isWritable(edit.location().file()));
  }

  /** Whether two fixes cannot be applied at once. */
  private static boolean quarrel(Fix one, Fix other) {
    return one.edits().stream()
        .anyMatch(edit -> other.edits().stream().anyMatch(edit::quarrelsWith));
  }
}
