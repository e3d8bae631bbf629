package dev.plimsoll.lsp.feature;

import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.project.ProjectLoader;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.ValuePath;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Environments and releases, wherever the project file, helmfiles and their templates name them.
 */
final class ProjectNames {

  private static final ValuePath ENVIRONMENTS = ValuePath.ROOT.key("environments");
  private static final ValuePath COMPARED = ValuePath.ROOT.key("parity").key("compare");

  /** What templates compare the name of the environment with. */
  private static final Pattern COMPARISON =
      Pattern.compile(
          "\\.Environment\\.Name\\s+[\"`]([^\"`]+)[\"`]|[\"`]([^\"`]+)[\"`]\\s+\\.Environment\\.Name\\b");

  private final Context context;

  ProjectNames(Context context) {
    this.context = context;
  }

  /** What has a name. */
  enum Kind {
    ENVIRONMENT,
    RELEASE
  }

  /** A place that names an environment or a release, and whether it is the one that makes it. */
  record Mention(Kind kind, String name, Location place, boolean isDeclaration) {}

  /** What the document names at an offset. */
  Optional<Mention> at(int offset) {
    return files().contains(context.path())
        ? of(context.document().yaml()).stream()
            .filter(mention -> mention.place().span().touches(offset))
            .findFirst()
        : Optional.empty();
  }

  /** Every place that names it. */
  List<Mention> mentions(Kind kind, String name) {
    List<Mention> mentions = new ArrayList<>();
    for (String path : files()) {
      context.cancel().checkCanceled();
      if (context.analysed().files().read(path) instanceof FileContent.Text(SourceFile file)) {
        of(YamlParser.parse(file)).stream()
            .filter(mention -> mention.kind() == kind && mention.name().equals(name))
            .forEach(mentions::add);
      }
    }
    return mentions;
  }

  /** The project file, helmfiles with what they include, and the templates of values they read. */
  private Set<String> files() {
    Set<String> files = new LinkedHashSet<>();
    files.add(ProjectLoader.FILE);
    files.addAll(Documents.helmfiles(context));
    for (ReleaseInstance release : context.analysed().result().estate().releases()) {
      release.layers().stream()
          .map(layer -> layer.layer().file().path())
          .filter(path -> path.endsWith(".gotmpl"))
          .forEach(files::add);
    }
    return files;
  }

  private static List<Mention> of(YamlFile yaml) {
    SourceFile file = yaml.source();
    List<Mention> mentions = new ArrayList<>();
    boolean isProject = file.path().equals(ProjectLoader.FILE);
    for (YamlDocument document : yaml.documents()) {
      if (document.root() != null) {
        new Walk(file, isProject, mentions).node(document.root(), ValuePath.ROOT);
      }
    }
    Matcher comparison = COMPARISON.matcher(file.text());
    while (!isProject && comparison.find()) {
      int group = comparison.group(1) == null ? 2 : 1;
      Span span = new Span(comparison.start(group), comparison.end(group));
      mentions.add(new Mention(Kind.ENVIRONMENT, comparison.group(group), file.at(span), false));
    }
    return mentions;
  }

  /** A walk through the fields that hold names. */
  private record Walk(SourceFile file, boolean isProject, List<Mention> mentions) {

    // The parser bounds the depth of its trees, so recursion is safe.
    void node(YamlNode node, ValuePath path) {
      switch (node) {
        case YamlAlias _ -> {}
        case YamlScalar scalar -> scalar(scalar, path);
        case YamlSequence sequence -> {
          for (int i = 0; i < sequence.items().size(); i++) {
            node(sequence.items().get(i), path.index(i));
          }
        }
        case YamlMapping mapping -> {
          for (YamlEntry entry : mapping.entries()) {
            if (path.equals(ENVIRONMENTS) && entry.key() instanceof YamlScalar key) {
              add(Kind.ENVIRONMENT, key, true);
            }
            entry.keyText().ifPresent(key -> node(entry.value(), path.key(key)));
          }
        }
      }
    }

    private void scalar(YamlScalar scalar, ValuePath path) {
      String key = lastKey(path);
      boolean isItem = path.steps().getLast() instanceof ValuePath.Index;
      boolean isOfReleases =
          path.steps().size() > 2 && path.steps().getFirst().equals(new ValuePath.Key("releases"));
      if (isOfReleases && key.equals("name") && path.steps().size() == 3) {
        add(Kind.RELEASE, scalar, true);
      } else if (isOfReleases && key.equals("needs") && isItem) {
        add(Kind.RELEASE, scalar, false);
      } else if (isProject && key.equals("release") && !isItem) {
        add(Kind.RELEASE, scalar, false);
      } else if (isProject
          && ((key.equals("environment") && !isItem)
              || (key.equals("environments") && isItem)
              || Layers.below(COMPARED, path).isPresent())) {
        add(Kind.ENVIRONMENT, scalar, false);
      }
    }

    private static String lastKey(ValuePath path) {
      for (ValuePath.Step step : path.steps().reversed()) {
        if (step instanceof ValuePath.Key(String name)) {
          return name;
        }
      }
      return "";
    }

    /** A release that is needed may have its namespace and cluster in front. */
    private void add(Kind kind, YamlScalar scalar, boolean isDeclaration) {
      if (scalar.text().isEmpty() || scalar.text().contains("{{")) {
        return;
      }
      String name = scalar.text().substring(scalar.text().lastIndexOf('/') + 1);
      Span inner = PathLinks.inner(scalar);
      Span span = new Span(inner.end() - name.length(), inner.end());
      if (file.text(span).equals(name)) {
        mentions.add(new Mention(kind, name, file.at(span), isDeclaration));
      }
    }
  }
}
