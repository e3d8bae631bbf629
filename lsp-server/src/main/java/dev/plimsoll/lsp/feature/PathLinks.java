package dev.plimsoll.lsp.feature;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.project.ProjectLoader;
import dev.plimsoll.project.ProjectPaths;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Order;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that a helmfile, a project file or a {@code Chart.yaml} names, and those that templates
 * read by their names.
 */
final class PathLinks {

  private static final String FILE_SCHEME = "file://";
  private static final Pattern REMOTE = Pattern.compile("^[a-z+]+(://|::).*");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{[^}]*(?:Environment\\.Name)[^}]*}}|\\{environment}");

  private final Context context;

  /**
   * What a text can name.
   *
   * @param path of the file or folder
   * @param file that is opened: of a folder the one that says what it is
   */
  record Named(String path, String file) {}

  /**
   * A text that names files.
   *
   * @param base of its path: a folder with its slash, or empty
   * @param named what is there of it, the first for the environment that is shown
   * @param isByEnvironment whether the name of the environment is a part of it
   */
  record Link(Location place, String base, List<Named> named, boolean isByEnvironment) {

    /** The file that it leads to. */
    String file() {
      return named.getFirst().file();
    }
  }

  PathLinks(Context context) {
    this.context = context;
  }

  /** Those of the document in the order of the text; only files that are there. */
  List<Link> all() {
    List<Link> links = new ArrayList<>();
    if (isNaming(context.path())) {
      links.addAll(in(context.document().yaml()));
    }
    if (FileReads.mayRead(context.source())) {
      links.addAll(new FileReads(context, this::ofHelmfiles).in(context.source()));
    }
    links.sort(Order.by(link -> link.place().span()));
    return links;
  }

  private List<Link> ofHelmfiles() {
    return naming(Documents.helmfiles(context)).stream()
        .flatMap(text -> in(text).stream())
        .toList();
  }

  /** Those of all texts that name a file, or a folder and what is below it. */
  List<Link> to(String path) {
    Set<String> paths = Documents.helmfiles(context);
    paths.add(ProjectLoader.FILE);
    List<YamlFile> texts = naming(paths);
    List<Link> links = new ArrayList<>();
    texts.forEach(text -> links.addAll(in(text)));
    List<Link> named = List.copyOf(links);
    FileReads reads = new FileReads(context, () -> named);
    for (SourceFile template : reads.templates(texts)) {
      context.cancel().checkCanceled();
      links.addAll(reads.in(template));
    }
    return links.stream().filter(link -> leadsTo(link, path)).toList();
  }

  /** The texts that name files: some, those of charts, and the document. */
  private List<YamlFile> naming(Set<String> paths) {
    Map<String, YamlFile> texts = new LinkedHashMap<>();
    for (String path : paths) {
      context.cancel().checkCanceled();
      if (context.analysed().files().read(path) instanceof FileContent.Text(SourceFile file)) {
        texts.put(path, YamlParser.parse(file));
      }
    }
    if (isNaming(context.path())) {
      texts.put(context.path(), context.document().yaml());
    }
    for (Chart chart : context.analysed().result().estate().charts()) {
      YamlFile chartYaml = chart.chartYaml();
      if (context.analysed().files().kind(chartYaml.source().path()) == FileTree.Kind.FILE) {
        texts.putIfAbsent(chartYaml.source().path(), chartYaml);
      }
    }
    return List.copyOf(texts.values());
  }

  private static boolean leadsTo(Link link, String path) {
    return link.named().stream()
        .anyMatch(named -> named.file().equals(path) || isBelow(path, named.path()));
  }

  /** Whether a path is another one or below it. */
  static boolean isBelow(String folder, String path) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }

  private boolean isNaming(String path) {
    return path.equals(ProjectLoader.FILE) || isChart(path) || Documents.isHelmfile(context, path);
  }

  private static boolean isChart(String path) {
    return path.substring(path.lastIndexOf('/') + 1).equals("Chart.yaml");
  }

  private List<Link> in(YamlFile yaml) {
    List<Link> links = new ArrayList<>();
    Deque<YamlNode> open = new ArrayDeque<>();
    for (YamlDocument document : yaml.documents()) {
      if (document.root() != null) {
        open.add(document.root());
      }
    }
    while (!open.isEmpty()) {
      switch (open.remove()) {
        case YamlScalar scalar -> link(yaml.source(), scalar).ifPresent(links::add);
        case YamlSequence sequence -> open.addAll(sequence.items());
        case YamlMapping mapping ->
            mapping.entries().stream().map(YamlEntry::value).forEach(open::add);
        case YamlAlias _ -> {}
      }
    }
    links.sort(Order.by(link -> link.place().span()));
    return links;
  }

  private Optional<Link> link(SourceFile file, YamlScalar scalar) {
    String local = scalar.text().strip().substring(scheme(file.path(), scalar.text().strip()));
    boolean isPath =
        !local.isEmpty()
            && !local.contains("\n")
            && local.length() < 400
            && (local.contains("/") || local.endsWith(".yaml") || local.endsWith(".gotmpl"))
            && !REMOTE.matcher(local).matches();
    if (!isPath) {
      return Optional.empty();
    }
    List<String> texts = filled(local);
    List<Named> named =
        texts.stream().flatMap(text -> named(context, folder(file.path()), text).stream()).toList();
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Link(
                file.at(inner(scalar)),
                folder(file.path()),
                named,
                !texts.getFirst().equals(local)));
  }

  /** The length of what stands before a path: a {@code Chart.yaml} names a folder as an address. */
  private static int scheme(String path, String text) {
    return isChart(path) && text.startsWith(FILE_SCHEME) ? FILE_SCHEME.length() : 0;
  }

  /** With its slash; empty for the workspace itself. */
  static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** What a path leads to from a folder. */
  static Optional<Named> named(Context context, String base, String text) {
    String path = ProjectPaths.normalised(base + text);
    FileTree files = context.analysed().files();
    switch (path.startsWith("..") ? FileTree.Kind.MISSING : files.kind(path)) {
      case FILE -> {
        return Optional.of(new Named(path, path));
      }
      case FOLDER -> {
        for (String head : List.of("Chart.yaml", "helmfile.yaml", "helmfile.yaml.gotmpl")) {
          if (files.kind(path + "/" + head) == FileTree.Kind.FILE) {
            return Optional.of(new Named(path, path + "/" + head));
          }
        }
      }
      case MISSING -> {}
    }
    return Optional.empty();
  }

  /** The last part of what a text names, where the text says it. */
  static Optional<Location> name(Link link, String path) {
    SourceFile file = link.place().file();
    String text = file.text(link.place().span());
    int start = scheme(file.path(), text);
    for (int from = start; from <= text.length(); ) {
      int slash = text.indexOf('/', from);
      int end = slash < 0 ? text.length() : slash;
      boolean isName =
          end > from
              && text.substring(from, end).equals(path.substring(path.lastIndexOf('/') + 1))
              && ProjectPaths.normalised(link.base() + text.substring(start, end)).equals(path);
      if (isName) {
        int begin = link.place().span().start();
        return Optional.of(file.at(new Span(begin + from, begin + end)));
      }
      from = end + 1;
    }
    return Optional.empty();
  }

  /** A path with an environment in it is that of the environment that is shown first. */
  private List<String> filled(String text) {
    Matcher placeholder = PLACEHOLDER.matcher(text);
    if (!placeholder.find()) {
      return List.of(text);
    }
    List<String> filled = new ArrayList<>();
    List<String> environments = new ArrayList<>(context.analysed().environments());
    context.state().settings().environment().ifPresent(environments::addFirst);
    for (String environment : environments) {
      filled.add(placeholder.replaceAll(Matcher.quoteReplacement(environment)));
    }
    return filled;
  }

  /** The text without its quotes. */
  static Span inner(YamlScalar scalar) {
    Span span = scalar.span();
    return span.length() == scalar.text().length() + 2
        ? new Span(span.start() + 1, span.end() - 1)
        : span;
  }
}
