package dev.plimsoll.lsp.feature;

import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.StateFile;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a field of a helmfile is for, and what it comes to in each environment. */
final class HelmfileHover {

  private final Context context;

  HelmfileHover(Context context) {
    this.context = context;
  }

  /** What is said of a place. */
  record Said(Span span, String text) {}

  /** The field whose key or value is at an offset. */
  Optional<Said> at(int offset) {
    Optional<YamlKey> key =
        YamlKey.at(context.source(), offset)
            .filter(found -> found.span().touches(offset) || found.value().touches(offset));
    return key.flatMap(found ->
        SchemaWords.ofHelmfile()
            .facts(found.path())
            .map(facts -> {
              String head = "`" + found.path().toString().replace("[0]", "[]") + "`\n\n";
              Span span = found.span().touches(offset) ? found.span() : found.value();
              return new Said(span, head + HoverText.facts(facts) + resolved(found));
            }));
  }

  /** A value as the templates of this helmfile see it; empty where no environment has it. */
  Optional<String> value(ValuePath path) {
    Map<String, Set<String>> environments = new LinkedHashMap<>();
    for (LoadedEnvironment environment : environments()) {
      for (StateFile state : environment.states()) {
        if (state.file().path().equals(context.path())) {
          path.in(masked(state.values()))
              .ifPresent(value ->
                  ReleaseWords.add(environments, words(value) + from(value), environment.name()));
        }
      }
    }
    return environments.isEmpty()
        ? Optional.empty()
        : Optional.of("`" + path + "`\n" + list(environments));
  }

  private List<LoadedEnvironment> environments() {
    return context.analysed().result().estate().helmfiles().environments();
  }

  /** What a field of a release or of the defaults comes to. */
  private String resolved(YamlKey key) {
    List<ValuePath.Step> steps = key.path().steps();
    if (!(steps.getLast() instanceof ValuePath.Key(String field))) {
      return "";
    }
    Map<String, Set<String>> environments = new LinkedHashMap<>();
    boolean isOfRelease =
        steps.size() == 3 && steps.getFirst().equals(new ValuePath.Key("releases"));
    for (LoadedEnvironment environment : environments()) {
      context.cancel().checkCanceled();
      if (isOfRelease) {
        releases(environment, key.span().start())
            .forEach(release ->
                resolved(environment, release, field)
                    .ifPresent(said -> ReleaseWords.add(environments, said, environment.name())));
      } else if (steps.size() == 2 && steps.getFirst().equals(new ValuePath.Key("helmDefaults"))) {
        states(environment).stream()
            .flatMap(state -> key.path().in(masked(state.spec())).stream())
            .forEach(value ->
                ReleaseWords.add(environments, words(value) + from(value), environment.name()));
      }
    }
    return list(environments);
  }

  private Optional<String> resolved(
      LoadedEnvironment environment, HelmfileRelease release, String field) {
    if (field.equals("chart") || field.equals("version")) {
      return Optional.of(new ReleaseWords(context).chart(environment.name(), release));
    }
    if (field.equals("needs") && !release.needs().isEmpty()) {
      return Optional.of(ReleaseWords.needs(release));
    }
    return Optional.ofNullable(masked(release.spec()).entries().get(field))
        .map(value -> words(value) + from(value));
  }

  private static String words(Value value) {
    return "`" + ValueWords.of(value) + "`";
  }

  /** Where a value comes from, if not from this document. */
  private String from(Value value) {
    Location place = value.origin().keyLocation();
    boolean isElsewhere =
        !place.file().path().equals(context.path()) && !place.file().path().isEmpty();
    return isElsewhere ? " from " + HoverText.link(context, place) : "";
  }

  private MapValue masked(MapValue values) {
    return context.analysed().secrets().mask(values);
  }

  private List<StateFile> states(LoadedEnvironment environment) {
    return environment.states().stream()
        .filter(state -> state.file().path().equals(context.path()))
        .toList();
  }

  /** The releases that the item of the list at an offset makes: more than one in a loop. */
  private List<HelmfileRelease> releases(LoadedEnvironment environment, int offset) {
    List<HelmfileRelease> releases = new ArrayList<>();
    for (HelmfileRelease release : environment.releases()) {
      Location start = release.spec().origin().location();
      if (start.file().path().equals(context.path()) && isInItem(start.span().start(), offset)) {
        releases.add(release);
      }
    }
    return releases;
  }

  /** Whether an offset is in the item of a list whose content begins at {@code start}. */
  private boolean isInItem(int start, int offset) {
    SourceFile file = context.source();
    int first = file.lines().lineOf(Math.min(start, file.text().length()));
    int last = file.lines().lineOf(offset);
    int dash = indentation(file.text(file.lines().line(first)));
    for (int line = first + 1; line <= last; line++) {
      String text = file.text(file.lines().line(line));
      boolean isContent =
          !text.isBlank() && !text.strip().startsWith("#") && !text.strip().startsWith("{{");
      if (isContent && indentation(text) <= dash) {
        return false;
      }
    }
    return first <= last;
  }

  private static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** Each text once, with the environments in which it holds. */
  private static String list(Map<String, Set<String>> environments) {
    StringBuilder text = new StringBuilder();
    environments.forEach((said, names) ->
        text.append("\n- **").append(ReleaseWords.names(names)).append("**: ").append(said));
    return text.isEmpty() ? "" : text.append('\n').toString();
  }
}
