package dev.plimsoll.lsp.feature;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.lsp.feature.PathLinks.Link;
import dev.plimsoll.lsp.feature.PathLinks.Named;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.syntax.Operand;
import dev.plimsoll.yaml.YamlFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The files that templates read by their names: a chart those below it, and a helmfile, with the
 * values files that are templates, those beside it.
 */
final class FileReads {

  private static final String TEMPLATES = "templates/";
  private static final String VALUES_TEMPLATE = ".gotmpl";

  /** Of helmfile. */
  private static final Set<String> FUNCTIONS = Set.of("readFile", "isFile");

  /** Of {@code .Files}; what takes a pattern names no file. */
  private static final Set<String> METHODS = Set.of("Get", "GetBytes", "Lines");

  private final Context context;
  private final Supplier<List<Link>> named;

  /**
   * The name of a file that is read.
   *
   * @param span the quoted name
   * @param isOfChart whether it is below the chart, and not beside the helmfile
   */
  record FileName(String name, Span span, boolean isOfChart) {}

  /**
   * @param named what helmfiles name, among others
   */
  FileReads(Context context, Supplier<List<Link>> named) {
    this.context = context;
    this.named = named;
  }

  /** The file that something is called with; empty if that reads none. */
  static Optional<FileName> name(Operand called, Operand.Text name) {
    boolean isOfChart =
        switch (called) {
          case Operand.Field field -> isMethod(field.fields());
          case Operand.Variable variable -> isMethod(variable.fields());
          case Operand.Chain chain -> isMethod(chain.fields());
          default -> false;
        };
    boolean isOfHelmfile =
        called instanceof Operand.Function(Span _, String function) && FUNCTIONS.contains(function);
    return isOfChart || isOfHelmfile
        ? Optional.of(new FileName(name.value(), name.span(), isOfChart))
        : Optional.empty();
  }

  private static boolean isMethod(List<String> fields) {
    return fields.size() > 1
        && fields.get(fields.size() - 2).equals("Files")
        && METHODS.contains(fields.getLast());
  }

  /** Whether a text may read files, without a look at what it means. */
  static boolean mayRead(SourceFile source) {
    return source.text().contains(".Files.")
        || FUNCTIONS.stream().anyMatch(source.text()::contains);
  }

  /**
   * Every template that reads files.
   *
   * @param texts those that name files, some of which are templates
   */
  Collection<SourceFile> templates(List<YamlFile> texts) {
    Map<String, SourceFile> found = new LinkedHashMap<>();
    texts.forEach(text -> found.put(text.source().path(), text.source()));
    found.put(context.path(), context.source());
    for (Link link : named.get()) {
      for (Named each : link.named()) {
        if (each.file().endsWith(VALUES_TEMPLATE)
            && context.analysed().files().read(each.file())
                instanceof FileContent.Text(SourceFile file)) {
          found.putIfAbsent(each.file(), file);
        }
      }
    }
    context.analysed().result().estate().charts().forEach(chart -> add(chart, found));
    found.values().removeIf(file -> !mayRead(file));
    return found.values();
  }

  private void add(Chart chart, Map<String, SourceFile> found) {
    for (ChartFile file : chart.templates()) {
      if (file.content() instanceof FileContent.Text(SourceFile source)) {
        found.putIfAbsent(source.path(), source);
      }
    }
    chart.subcharts().forEach(subchart -> add(subchart, found));
  }

  /** Those of one template; only files that are there. */
  List<Link> in(SourceFile template) {
    List<Link> links = new ArrayList<>();
    Set<String> beside = besideHelmfiles(template.path());
    Set<String> below = belowChart(template.path());
    for (FileName name : TemplateScan.of(template).files()) {
      for (String base : name.isOfChart() ? below : beside) {
        link(template, name, base).ifPresent(links::add);
      }
    }
    return links;
  }

  private Optional<Link> link(SourceFile template, FileName name, String base) {
    // Of a name with escapes, the text is another one.
    boolean isPlain = name.span().length() == name.name().length() + 2;
    if (!isPlain || name.name().isBlank() || name.name().startsWith("/")) {
      return Optional.empty();
    }
    Span inner = new Span(name.span().start() + 1, name.span().end() - 1);
    return PathLinks.named(context, base, name.name())
        .filter(file -> file.path().equals(file.file()))
        .map(file -> new Link(template.at(inner), base, List.of(file), false));
  }

  /** The folders of the helmfiles that a text is a part of, or makes values for. */
  private Set<String> besideHelmfiles(String path) {
    if (Documents.isHelmfile(context, path)) {
      return Set.of(PathLinks.folder(path));
    }
    Set<String> folders = new LinkedHashSet<>();
    if (path.endsWith(VALUES_TEMPLATE)) {
      for (Link link : named.get()) {
        boolean isValues = link.named().stream().anyMatch(each -> each.file().equals(path));
        if (isValues && Documents.isHelmfile(context, link.place().file().path())) {
          folders.add(link.base());
        }
      }
    }
    return folders;
  }

  /** The folder of the chart that a template is of. */
  private Set<String> belowChart(String path) {
    for (int at = path.indexOf(TEMPLATES); at >= 0; at = path.indexOf(TEMPLATES, at + 1)) {
      String folder = path.substring(0, at);
      boolean isFolder = folder.isEmpty() || folder.endsWith("/");
      if (isFolder
          && context.analysed().files().kind(folder + "Chart.yaml") == FileTree.Kind.FILE) {
        return Set.of(folder);
      }
    }
    return Set.of();
  }
}
