package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ObjectIndex;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.index.ValuesFile;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.project.IsoDate;
import dev.plimsoll.project.ProjectRules;
import dev.plimsoll.project.Suppression;
import dev.plimsoll.project.Suppression.Target;
import dev.plimsoll.render.RenderedTemplate;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.values.LayerValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the suppressions that stand where the mistakes are: comments in values and templates, and
 * annotations of objects.
 *
 * <pre>{@code
 * # plimsoll: allow missing-memory-limit until 2027-01-31 because the batch is moved until then
 * resources: {}
 *
 * plimsoll.dev/allow-privileged-container: the agent of the nodes
 * }</pre>
 *
 * <p>A comment behind something speaks of its line; one that is alone on its line speaks of the
 * next line with content, and of what is indented below it.
 */
final class WrittenSuppressions {

  private static final String MARK = "plimsoll:";
  private static final String ANNOTATION = "plimsoll.dev/allow-";
  private static final String FORM =
      "a comment for Plimsoll says `plimsoll: allow RULE [until DATE] because REASON`.";

  private static final Pattern COMMENT =
      Pattern.compile("(?:#|/\\*)\\s*plimsoll:\\s*(.*?)\\s*(?:\\*/.*)?$");
  private static final Pattern ALLOWED =
      Pattern.compile(
          "allow\\s+([^\\s,]+(?:\\s*,\\s*[^\\s,]+)*?)(?:\\s+until\\s+(\\S+))?"
              + "(?:\\s+because\\s+(.*\\S))?");
  private static final Pattern OF_ANNOTATION =
      Pattern.compile("(?:until\\s+(\\S+)\\s+because\\s+)?(.*\\S)", Pattern.DOTALL);

  private final RuleCatalog catalog;
  private final DiagnosticSink sink;
  private final List<Suppression> found = new ArrayList<>();

  /** What one line annotates in several renders is one suppression. */
  private final Map<Annotated, Target.AnnotatedObjects> annotated = new LinkedHashMap<>();

  private record Annotated(
      Located<String> rule, Located<String> reason, Optional<Located<LocalDate>> expires) {}

  private WrittenSuppressions(RuleCatalog catalog, DiagnosticSink sink) {
    this.catalog = catalog;
    this.sink = sink;
  }

  /**
   * All of an estate, those in comments first.
   *
   * @param sink takes what is wrong with them
   */
  static List<Suppression> of(
      Estate estate, ObjectIndex objects, RuleCatalog catalog, DiagnosticSink sink) {
    WrittenSuppressions written = new WrittenSuppressions(catalog, sink);
    files(estate, objects).forEach(written::comments);
    for (ReleaseObjects release : objects.releases()) {
      for (KubernetesObject object : release.objects()) {
        for (Field annotation : object.get("metadata", "annotations").fields()) {
          if (annotation.key().startsWith(ANNOTATION)) {
            written.annotation(release, object, annotation);
          }
        }
      }
    }
    written.annotated.forEach(
        (each, about) -> written.add(about, each.rule(), each.reason(), each.expires()));
    return written.found;
  }

  /** The files with a mark among those that people write and that a release is made of. */
  private static Collection<SourceFile> files(Estate estate, ObjectIndex objects) {
    MarkedFiles files = new MarkedFiles();
    for (ReleaseInstance release : estate.releases()) {
      release.chartDefaults().forEach(each -> files.add(each.values()));
      release.layers().forEach(files::add);
    }
    for (ReleaseObjects release : objects.releases()) {
      for (RenderedTemplate template : release.templates()) {
        if (template.file().content() instanceof FileContent.Text(SourceFile file)) {
          files.add(file);
        }
      }
    }
    for (ValuesFile other : estate.otherFiles()) {
      files.add(other.yaml().source());
    }
    estate.plainFiles().manifests().forEach(file -> files.add(file.source()));
    return files.byPath.values();
  }

  /** Every release of every environment brings a chart's files again; each is searched once. */
  private static final class MarkedFiles {

    private final Set<SourceFile> searched = new HashSet<>();
    private final Map<String, SourceFile> byPath = new LinkedHashMap<>();

    void add(LayerValues layer) {
      if (!layer.layer().kind().isOption()) {
        add(layer.layer().file());
      }
    }

    void add(SourceFile file) {
      if (searched.add(file) && file.text().contains(MARK)) {
        byPath.putIfAbsent(file.path(), file);
      }
    }
  }

  private void comments(SourceFile file) {
    LineIndex lines = file.lines();
    int at = file.text().indexOf(MARK);
    while (at >= 0) {
      int number = lines.lineOf(at);
      Span line = lines.line(number);
      Matcher comment = COMMENT.matcher(file.text(line));
      if (comment.find()) {
        int start = line.start() + comment.start(1);
        boolean isAlone = isBlank(file.text(line).substring(0, comment.start()));
        Span block = isAlone ? below(file, number) : line;
        comment(file, new Span(start, line.start() + comment.end(1)), block);
      }
      at = file.text().indexOf(MARK, line.end());
    }
  }

  /** What stands before a comment that is alone: nothing, or how a comment of a template begins. */
  private static boolean isBlank(String before) {
    return before.strip().replace("{{-", "").replace("{{", "").isBlank();
  }

  /** The next line with content, and the lines that are indented below it. */
  private static Span below(SourceFile file, int comment) {
    LineIndex lines = file.lines();
    int first = comment + 1;
    while (first <= lines.lineCount() && isWithoutContent(file.text(lines.line(first)))) {
      first++;
    }
    if (first > lines.lineCount()) {
      return lines.line(comment);
    }
    int indent = indent(file.text(lines.line(first)));
    int last = first;
    for (int i = first + 1; i <= lines.lineCount(); i++) {
      String text = file.text(lines.line(i));
      if (!isWithoutContent(text)) {
        if (indent(text) <= indent) {
          break;
        }
        last = i;
      }
    }
    return new Span(lines.line(first).start(), lines.line(last).end());
  }

  private static boolean isWithoutContent(String line) {
    String text = line.strip();
    return text.isEmpty() || text.startsWith("#") || text.matches("\\{\\{-?\\s*/\\*.*\\*/.*");
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private void comment(SourceFile file, Span span, Span block) {
    Matcher allowed = ALLOWED.matcher(file.text(span));
    if (!allowed.matches()) {
      report(ProjectRules.INVALID_PROJECT_FILE, file.at(span), "This is not understood; " + FORM);
      return;
    }
    Optional<Located<String>> reason = part(file, span, allowed, 3);
    if (reason.isEmpty()) {
      report(
          ProjectRules.SUPPRESSION_WITHOUT_REASON,
          file.at(span),
          "A suppression must say `because` of what it is, so this one suppresses nothing.");
      return;
    }
    Optional<Located<String>> until = part(file, span, allowed, 2);
    Optional<Located<LocalDate>> expires = until.flatMap(this::date);
    if (until.isPresent() && expires.isEmpty()) {
      return;
    }
    Target target = new Target.Lines(file.path(), block);
    int at = span.start() + allowed.start(1);
    for (String name : allowed.group(1).split("(?<=,)", -1)) {
      String rule = name.replace(",", "").strip();
      int start = at + name.indexOf(rule);
      add(
          target,
          new Located<>(rule, file.at(new Span(start, start + rule.length()))),
          reason.get(),
          expires);
      at += name.length();
    }
  }

  private static Optional<Located<String>> part(
      SourceFile file, Span span, Matcher matcher, int group) {
    return matcher.group(group) == null
        ? Optional.empty()
        : Optional.of(
            new Located<>(
                matcher.group(group),
                file.at(
                    new Span(
                        span.start() + matcher.start(group), span.start() + matcher.end(group)))));
  }

  private void annotation(ReleaseObjects release, KubernetesObject object, Field annotation) {
    Location place =
        annotation
            .origin()
            .map(SpanOrigin::location)
            .orElseGet(() -> new SourceFile(object.source(), "").start());
    Matcher said = OF_ANNOTATION.matcher(annotation.text().orElse("").strip());
    if (!said.matches()) {
      report(
          ProjectRules.SUPPRESSION_WITHOUT_REASON,
          place,
          "A suppression must say its reason, so this one suppresses nothing.");
      return;
    }
    Optional<Located<String>> until =
        Optional.ofNullable(said.group(1)).map(text -> new Located<>(text, place));
    Optional<Located<LocalDate>> expires = until.flatMap(this::date);
    if (until.isPresent() && expires.isEmpty()) {
      return;
    }
    annotated.merge(
        new Annotated(
            new Located<>(annotation.key().substring(ANNOTATION.length()), place),
            new Located<>(said.group(2), place),
            expires),
        new Target.AnnotatedObjects(
            List.of(object.reference(release.namespace(), object.root())), release.cells()),
        Target.AnnotatedObjects::and);
  }

  private Optional<Located<LocalDate>> date(Located<String> text) {
    Optional<LocalDate> date = IsoDate.parse(text.value());
    if (date.isEmpty()) {
      report(
          ProjectRules.INVALID_PROJECT_FILE,
          text.location(),
          "A suppression holds until a date such as `2027-03-31`.");
    }
    return date.map(found -> new Located<>(found, text.location()));
  }

  private void add(
      Target target,
      Located<String> rule,
      Located<String> reason,
      Optional<Located<LocalDate>> expires) {
    List<RuleId> rules = catalog.named(rule.value()).stream().map(RuleMetadata::id).toList();
    if (rules.isEmpty()) {
      String meant =
          catalog.nearest(rule.value()).map(near -> "; did you mean `" + near + "`?").orElse(".");
      report(
          ProjectRules.UNKNOWN_PROJECT_RULE,
          rule.location(),
          "There is no rule `" + rule.value() + "`" + meant);
      return;
    }
    found.add(Suppression.at(target, rule, rules, reason, expires));
  }

  private void report(RuleId rule, Location place, String message) {
    sink.report(Diagnostic.of(rule, place, message).withSeverity(Severity.ERROR));
  }
}
