package dev.plimsoll.lsp.server;

import dev.plimsoll.lsp.feature.DiagnosticsFeature;
import dev.plimsoll.lsp.protocol.FileUris;
import dev.plimsoll.lsp.server.Reports.Report;
import dev.plimsoll.lsp.workspace.Analysed;
import dev.plimsoll.lsp.workspace.AnalysisListener;
import dev.plimsoll.lsp.workspace.Root;
import dev.plimsoll.lsp.workspace.ServerState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/**
 * Brings the diagnostics to the client: those that it asks for where it does, and otherwise those
 * that have changed, unasked.
 */
final class DiagnosticRequests implements AnalysisListener {

  private final Reports reports = new Reports();
  private final List<Pending> pending = new ArrayList<>();
  private final Map<Root, Long> reported = new HashMap<>();
  private final Map<String, Report> told = new HashMap<>();
  private @Nullable Facts facts;
  private volatile @Nullable LanguageClient client;
  private volatile @Nullable Progress progress;

  /** A question about everything that is kept until there is something new to say. */
  private record Pending(
      Map<String, String> known, CompletableFuture<WorkspaceDiagnosticReport> answer) {}

  void connect(Facts shared) {
    facts = shared;
  }

  void setClient(LanguageClient connected, @Nullable Progress shown) {
    client = connected;
    progress = shown;
  }

  @Override
  public void began(Root root, boolean isFirst) {
    Progress shown = progress;
    if (shown != null && isFirst) {
      shown.begin(root);
    }
  }

  @Override
  public void failed(Root root, Throwable bug) {
    facts().log().bug("analysis", bug);
    Progress shown = progress;
    if (shown != null) {
      shown.end(root);
    }
  }

  @Override
  public void ended(Analysed analysed, boolean isCurrent) {
    Progress shown = progress;
    if (shown != null) {
      shown.end(analysed.root());
    }
    analysed.result().bugs().forEach(bug -> facts().log().info("Bug in " + bug.where() + "."));
    if (isCurrent) {
      update(analysed);
    }
  }

  /** The one computation of diagnostics. */
  private void update(Analysed analysed) {
    ServerState state = facts().session().state();
    Root root = analysed.root();
    Map<String, List<Diagnostic>> found =
        new DiagnosticsFeature(facts().addresses(state, root), state.settings(), facts().client())
            .of(analysed);
    Map<String, List<Diagnostic>> own = new LinkedHashMap<>(found);
    if (facts().session().roots().size() > 1) {
      own.keySet().removeIf(uri -> isOfAnother(root, uri));
    }
    Map<String, Integer> versions = new HashMap<>();
    analysed
        .versions()
        .forEach((path, version) -> versions.put(state.address(root, path), version));
    List<Report> changed;
    boolean isFirst;
    boolean isStale;
    synchronized (this) {
      Long before = reported.get(root);
      if (!facts().session().roots().contains(root)
          || (before != null && before > analysed.revision())) {
        return;
      }
      isFirst = reported.put(root, analysed.revision()) == null;
      changed = reports.replace(root, own, versions);
      isStale = changed.stream().anyMatch(this::isStale);
    }
    deliver(changed, isStale);
    if (isFirst) {
      facts()
          .log()
          .info(
              "Checked "
                  + root.folder()
                  + ": "
                  + analysed.result().summary().cells()
                  + " releases in all environments.");
    }
  }

  private boolean isOfAnother(Root root, String uri) {
    return FileUris.path(uri)
        .flatMap(file -> facts().session().ownerOf(file))
        .filter(owner -> !owner.equals(root))
        .isPresent();
  }

  /** Takes back what was said of roots that nothing is open of. */
  void forgetUnused() {
    List<Report> gone = new ArrayList<>();
    synchronized (this) {
      for (Root root : List.copyOf(reported.keySet())) {
        if (!facts().session().roots().contains(root)) {
          reported.remove(root);
          gone.addAll(reports.withdraw(root));
        }
      }
    }
    deliver(gone, true);
  }

  /**
   * Whether the client was told something else about the same text, and so has no reason to ask
   * again by itself.
   */
  private boolean isStale(Report report) {
    Report before = told.get(report.uri());
    return before != null
        && !before.id().equals(report.id())
        && Objects.equals(before.version(), report.version());
  }

  private void deliver(List<Report> changed, boolean isStale) {
    LanguageClient connected = client;
    if (connected == null) {
      return;
    }
    if (!facts().client().pullsDiagnostics()) {
      for (Report report : changed) {
        connected.publishDiagnostics(
            new PublishDiagnosticsParams(report.uri(), report.diagnostics(), report.version()));
      }
      return;
    }
    answerPending();
    if (isStale && facts().client().refreshesDiagnostics()) {
      Answers.ignore(connected.refreshDiagnostics());
    }
  }

  /** Answers about one document, when it has been analysed as it is now. */
  CompletableFuture<DocumentDiagnosticReport> ofDocument(
      DocumentDiagnosticParams params, Requests requests) {
    String uri = params.getTextDocument().getUri();
    ServerState state = facts().session().state();
    Optional<ServerState.Place> place = state.place(uri);
    DocumentDiagnosticReport nothing =
        new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of()));
    if (place.isEmpty()) {
      return CompletableFuture.completedFuture(
          reports.find(uri).map(found -> answer(found, params)).orElse(nothing));
    }
    return requests.answer(
        "diagnostics",
        nothing,
        facts().session().at(place.get().root(), state),
        (analysed, _) -> tell(uri, analysed).map(found -> answer(found, params)).orElse(nothing));
  }

  /** What is known of a document now, which is at least what this analysis has found. */
  private Optional<Report> tell(String uri, Analysed analysed) {
    boolean isNewer;
    synchronized (this) {
      isNewer = reported.getOrDefault(analysed.root(), Long.MIN_VALUE) < analysed.revision();
    }
    // A later state was already waiting when this analysis ended.
    if (isNewer) {
      update(analysed);
    }
    synchronized (this) {
      Optional<Report> report = reports.find(uri);
      report.ifPresentOrElse(found -> told.put(uri, found), () -> told.remove(uri));
      return report;
    }
  }

  private static DocumentDiagnosticReport answer(Report report, DocumentDiagnosticParams params) {
    if (report.id().equals(params.getPreviousResultId())) {
      return new DocumentDiagnosticReport(
          new RelatedUnchangedDocumentDiagnosticReport(report.id()));
    }
    RelatedFullDocumentDiagnosticReport full =
        new RelatedFullDocumentDiagnosticReport(report.diagnostics());
    full.setResultId(report.id());
    return new DocumentDiagnosticReport(full);
  }

  /** Answers about everything, at once if there is something new, or else when there is. */
  CompletableFuture<WorkspaceDiagnosticReport> ofWorkspace(WorkspaceDiagnosticParams params) {
    Map<String, String> known = new HashMap<>();
    for (PreviousResultId id : params.getPreviousResultIds()) {
      known.put(id.getUri(), id.getValue());
    }
    CompletableFuture<WorkspaceDiagnosticReport> answer = new CompletableFuture<>();
    synchronized (this) {
      pending.add(new Pending(known, answer));
    }
    answerPending();
    return answer;
  }

  private void answerPending() {
    List<Pending> ready = new ArrayList<>();
    synchronized (this) {
      pending.removeIf(each -> {
        boolean isReady = each.answer().isDone() || hasNews(each.known());
        if (isReady) {
          ready.add(each);
        }
        return isReady;
      });
    }
    ready.forEach(each -> each.answer().complete(report(each.known())));
  }

  private boolean hasNews(Map<String, String> known) {
    boolean isReady = reported.keySet().containsAll(facts().session().roots());
    return isReady
        && (known.isEmpty()
            || reports.all().stream().anyMatch(report -> isNews(report, known.get(report.uri()))));
  }

  private static boolean isNews(Report report, @Nullable String known) {
    return known == null ? !report.diagnostics().isEmpty() : !report.id().equals(known);
  }

  private WorkspaceDiagnosticReport report(Map<String, String> known) {
    List<WorkspaceDocumentDiagnosticReport> items = new ArrayList<>();
    for (Report report : reports.all()) {
      if (report.id().equals(known.get(report.uri()))) {
        items.add(
            new WorkspaceDocumentDiagnosticReport(
                new WorkspaceUnchangedDocumentDiagnosticReport(
                    report.id(), report.uri(), report.version())));
      } else {
        WorkspaceFullDocumentDiagnosticReport full =
            new WorkspaceFullDocumentDiagnosticReport(
                report.diagnostics(), report.uri(), report.version());
        full.setResultId(report.id());
        items.add(new WorkspaceDocumentDiagnosticReport(full));
      }
    }
    return new WorkspaceDiagnosticReport(items);
  }

  private Facts facts() {
    Facts known = facts;
    if (known == null) {
      throw new IllegalStateException("Nobody is connected");
    }
    return known;
  }
}
