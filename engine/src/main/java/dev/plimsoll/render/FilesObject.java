package dev.plimsoll.render;

import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.value.Encoded;
import dev.plimsoll.template.value.GoBytes;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.StrayBytes;
import dev.plimsoll.template.value.TextBuilder;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code .Files}: the files of a chart that are no templates ({@code engine.files}). They are read
 * when a template asks for them.
 */
final class FilesObject implements GoObject {

  private static final String TYPE = "engine.files";
  private static final Set<String> OF_NAME = Set.of("Get", "GetBytes", "Glob", "Lines");
  private static final Set<String> OF_ALL = Set.of("AsConfig", "AsSecrets");

  private final SortedMap<String, ChartFile> files;
  private final boolean tracked;
  private final FilesYaml yaml;
  private final Trace trace;
  private @Nullable GoMap map;

  private FilesObject(SortedMap<String, ChartFile> files, FilesYaml yaml, Trace trace) {
    this.files = files;
    this.tracked = yaml.isTracked();
    this.yaml = yaml;
    this.trace = trace;
  }

  static FilesObject of(Collection<ChartFile> files, FilesYaml yaml) {
    // Of two files with one name Go's map has the last.
    SortedMap<String, ChartFile> byName = new TreeMap<>();
    files.forEach(file -> byName.put(file.name(), file));
    Trace trace = yaml.isTracked() ? Trace.of(new Source.BuiltIn(".Files")) : Trace.NONE;
    return new FilesObject(byName, yaml, trace);
  }

  @Override
  public @Nullable GoValue field(String name) {
    return null;
  }

  @Override
  public boolean hasMethod(String name) {
    return OF_NAME.contains(name) || OF_ALL.contains(name);
  }

  @Override
  public List<String> parameters(String method) {
    return OF_NAME.contains(method) ? List.of("string") : List.of();
  }

  @Override
  public GoValue call(String method, List<GoValue> arguments) {
    return switch (method) {
      case "AsConfig" -> asMap(false);
      case "AsSecrets" -> asMap(true);
      default -> {
        if (!(arguments.getFirst() instanceof GoString name)) {
          throw new GoFailure("wrong call of " + method, trace);
        }
        yield of(method, name).because(name.trace());
      }
    };
  }

  private GoValue of(String method, GoString name) {
    return switch (method) {
      case "Get" -> new GoString(text(name.text()));
      case "GetBytes" -> new GoBytes(bytes(name.text()), traceOf(name.text()));
      case "Glob" -> glob(name.text());
      case "Lines" -> lines(text(name.text()));
      default -> throw new GoFailure("no method " + method, trace);
    };
  }

  private FilesObject glob(String pattern) {
    FileGlob glob = FileGlob.of(pattern);
    SortedMap<String, ChartFile> found = new TreeMap<>();
    files.forEach((name, file) -> {
      if (glob.matches(name)) {
        found.put(name, file);
      }
    });
    return new FilesObject(found, yaml, trace);
  }

  private GoList lines(TracedText text) {
    List<GoValue> lines = new ArrayList<>();
    String content = text.text();
    int end = content.endsWith("\n") ? content.length() - 1 : content.length();
    int start = 0;
    while (!content.isEmpty() && start <= end) {
      int next = content.indexOf('\n', start);
      int stop = next < 0 || next > end ? end : next;
      lines.add(new GoString(text.substring(start, stop)));
      start = stop + 1;
    }
    return new GoList(lines, GoList.STRINGS, trace);
  }

  /** Files by their base names, as YAML: what {@code toYaml} makes of a map of texts. */
  private GoValue asMap(boolean encoded) {
    SortedMap<String, TracedText> entries = new TreeMap<>();
    files.forEach((name, file) ->
        entries.put(name.substring(name.lastIndexOf('/') + 1), encoded(name, encoded)));
    return yaml.of(entries, trace);
  }

  private TracedText encoded(String name, boolean encoded) {
    return encoded
        ? TracedText.computed(Base64.getEncoder().encodeToString(bytes(name)), traceOf(name))
        : text(name);
  }

  private TracedText text(String name) {
    ChartFile file = files.get(name);
    if (file == null) {
      return TracedText.computed("", trace);
    }
    return switch (file.content()) {
      case FileContent.Text(SourceFile source) ->
          tracked
              ? new TextBuilder().append(source.text(), null, traceOf(source), 0).build()
              : TracedText.untracked(source.text());
      case FileContent.Binary(byte[] content) ->
          TracedText.computed(StrayBytes.decode(content), trace);
      case FileContent.Missing() -> TracedText.computed("", trace);
      case FileContent.Refused(String reason) -> throw unreadable(name, reason);
    };
  }

  private byte[] bytes(String name) {
    ChartFile file = files.get(name);
    if (file == null) {
      return new byte[0];
    }
    return switch (file.content()) {
      case FileContent.Text(SourceFile source) -> source.text().getBytes(StandardCharsets.UTF_8);
      case FileContent.Binary(byte[] content) -> content;
      case FileContent.Missing() -> new byte[0];
      case FileContent.Refused(String reason) -> throw unreadable(name, reason);
    };
  }

  private GoFailure unreadable(String name, String reason) {
    return new GoFailure("file " + name + " was not read: " + reason, trace);
  }

  private Trace traceOf(String name) {
    ChartFile file = files.get(name);
    return file != null && file.content() instanceof FileContent.Text(SourceFile source)
        ? traceOf(source)
        : trace;
  }

  private Trace traceOf(SourceFile source) {
    return tracked ? Trace.of(new Source.ChartText(source)) : Trace.NONE;
  }

  /** The contents by name, for {@code range}, {@code index} and {@code len}. */
  @Override
  public GoMap underlying() {
    GoMap known = map;
    if (known == null) {
      Map<String, GoValue> contents = new HashMap<>();
      files.keySet().forEach(name -> contents.put(name, new GoBytes(bytes(name), traceOf(name))));
      known = new GoMap(contents, "map[string][]uint8", trace, _ -> trace);
      map = known;
    }
    return known;
  }

  @Override
  public String print() {
    return GoPrinter.text(underlying());
  }

  @Override
  public Encoded encoded() {
    return new Encoded.Plain(underlying());
  }

  @Override
  public Trace trace() {
    return trace;
  }

  @Override
  public FilesObject because(Trace reason) {
    return reason.isNone() ? this : new FilesObject(files, yaml, trace.because(reason));
  }

  @Override
  public String typeName() {
    return TYPE;
  }

  @Override
  public String kindName() {
    return "map";
  }

  @Override
  public boolean isTrue() {
    return !files.isEmpty();
  }
}
