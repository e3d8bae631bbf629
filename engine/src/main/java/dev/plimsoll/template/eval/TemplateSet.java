package dev.plimsoll.template.eval;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.syntax.TemplateParser;
import dev.plimsoll.template.value.TracedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Templates that can call each other, ready to be executed. Immutable to its users; shared by
 * threads and renders.
 */
public final class TemplateSet {

  /** What Go calls a text that was given to {@code tpl}. */
  private static final String TPL_NAME = "gotpl";

  /** So many texts given to {@code tpl} are kept, if they are no longer than that. */
  private static final int MOST_KEPT = 4096;

  private static final int LONGEST_KEPT = 1 << 16;

  private final FunctionTable functions;
  private final Map<String, Template> templates;
  private final List<String> names;
  private final Scope scope;
  private final Map<String, TemplateFile> parsed = new ConcurrentHashMap<>();
  private final Map<String, GivenTemplate> given = new ConcurrentHashMap<>();

  private TemplateSet(FunctionTable functions, Map<String, Template> templates) {
    this.functions = functions;
    this.templates = templates;
    this.names = List.copyOf(templates.keySet());
    this.scope = new Scope(null, templates);
  }

  /** An empty set, to be filled in the order in which Helm parses. */
  public static Builder builder(FunctionTable functions) {
    return new Builder(functions);
  }

  /** Whether templates can call a function of that name: one of the table or one of Go's own. */
  public static boolean isFunction(FunctionTable functions, String name) {
    return functions.has(name) || Builtins.has(name);
  }

  /** The names of all functions that templates can call. */
  public static SortedSet<String> functionNames(FunctionTable functions) {
    SortedSet<String> names = functions.names();
    names.addAll(Builtins.names());
    return names;
  }

  public boolean has(String name) {
    return templates.containsKey(name);
  }

  public List<String> names() {
    return names;
  }

  Scope scope() {
    return scope;
  }

  /** A text that was given to {@code tpl}, ready to be executed. */
  GivenTemplate given(TracedText text, boolean isTracked) {
    if (isTracked && text.isTracked()) {
      return compile(text.text(), text);
    }
    GivenTemplate known = given.get(text.text());
    if (known == null) {
      known = compile(text.text(), null);
      keep(given, text.text(), known);
    }
    return known;
  }

  private GivenTemplate compile(String text, @Nullable TracedText origins) {
    TemplateFile file = parsed.get(text);
    if (file == null) {
      file =
          TemplateParser.parse(new SourceFile(TPL_NAME, text), name -> isFunction(functions, name));
      keep(parsed, text, file);
    }
    TemplateSource source = new TemplateSource(TPL_NAME, file.source(), origins);
    return GivenTemplate.of(new FileCompiler(source, functions).compile(file), file);
  }

  private static <T> void keep(Map<String, T> kept, String text, T value) {
    if (text.length() <= LONGEST_KEPT && kept.size() < MOST_KEPT) {
      kept.put(text, value);
    }
  }

  /** Collects templates by Go's rules: the last definition that is not empty wins. */
  public static final class Builder {

    private final FunctionTable functions;
    private final Map<String, Template> templates = new HashMap<>();

    private Builder(FunctionTable functions) {
      this.functions = functions;
    }

    /**
     * Adds what a file defines and the file itself.
     *
     * @param name the path in the chart, by which the file can be called
     */
    public Builder add(String name, TemplateFile file) {
      TemplateSource source = new TemplateSource(name, file.source(), null);
      for (Template template : definitions(new FileCompiler(source, functions).compile(file))) {
        define(templates, template);
      }
      return this;
    }

    public TemplateSet build() {
      return new TemplateSet(functions, Map.copyOf(templates));
    }
  }

  /** What one file defines, itself included: an empty definition gives way to another. */
  static List<Template> definitions(List<Template> compiled) {
    Map<String, Template> defined = new HashMap<>();
    compiled.forEach(template -> define(defined, template));
    return new ArrayList<>(defined.values());
  }

  private static void define(Map<String, Template> into, Template template) {
    if (!template.isEmpty() || !into.containsKey(template.name())) {
      into.put(template.name(), template);
    }
  }
}
