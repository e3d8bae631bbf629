package dev.plimsoll.lsp.feature;

import dev.plimsoll.project.ProjectPaths;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that a helmfile, a project file or a {@code Chart.yaml} names. */
final class PathLinks {

  private static final Pattern REMOTE = Pattern.compile("^[a-z+]+(://|::).*");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{[^}]*(?:Environment\\.Name)[^}]*}}|\\{environment}");

  private final Context context;

  /** A path with the text that names it. */
  record Link(Span span, String path) {}

  PathLinks(Context context) {
    this.context = context;
  }

  /** In the order of the text; only files that are there. */
  List<Link> all() {
    String name = context.path().substring(context.path().lastIndexOf('/') + 1);
    boolean isProject = Documents.isProject(context);
    boolean isChart = name.equals("Chart.yaml");
    if (!isProject && !isChart && !Documents.isHelmfile(context)) {
      return List.of();
    }
    String folder = context.path().substring(0, context.path().length() - name.length());
    List<Link> links = new ArrayList<>();
    Deque<YamlNode> open = new ArrayDeque<>();
    for (YamlDocument document : context.document().yaml().documents()) {
      if (document.root() != null) {
        open.add(document.root());
      }
    }
    while (!open.isEmpty()) {
      switch (open.remove()) {
        case YamlScalar scalar -> link(scalar, folder, isChart).ifPresent(links::add);
        case YamlSequence sequence -> open.addAll(sequence.items());
        case YamlMapping mapping ->
            mapping.entries().stream().map(YamlEntry::value).forEach(open::add);
        case dev.plimsoll.yaml.YamlAlias _ -> {}
      }
    }
    links.sort((one, other) -> one.span().compareTo(other.span()));
    return links;
  }

  private Optional<Link> link(YamlScalar scalar, String folder, boolean isChart) {
    String text = scalar.text().strip();
    String local =
        isChart && text.startsWith("file://") ? text.substring("file://".length()) : text;
    boolean isPath =
        !local.isEmpty()
            && !local.contains("\n")
            && local.length() < 400
            && (local.contains("/") || local.endsWith(".yaml") || local.endsWith(".gotmpl"))
            && !REMOTE.matcher(local).matches();
    if (!isPath) {
      return Optional.empty();
    }
    FileTree files = context.analysed().files();
    for (String filled : filled(local)) {
      String path = ProjectPaths.normalised(folder + filled);
      switch (path.startsWith("..") ? FileTree.Kind.MISSING : files.kind(path)) {
        case FILE -> {
          return Optional.of(new Link(inner(scalar), path));
        }
        case FOLDER -> {
          for (String head : List.of("Chart.yaml", "helmfile.yaml", "helmfile.yaml.gotmpl")) {
            if (files.kind(path + "/" + head) == FileTree.Kind.FILE) {
              return Optional.of(new Link(inner(scalar), path + "/" + head));
            }
          }
        }
        case MISSING -> {}
      }
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
