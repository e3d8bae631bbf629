package dev.plimsoll.helmfile;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.function.FunctionContext;
import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.function.PrettyYaml;
import dev.plimsoll.template.function.Signature;
import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.function.TemplateFunction;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * helmfile's own functions ({@code pkg/tmpl/context_funcs.go}). What reaches outside the workspace
 * needs the person's permission: without it a call gives a placeholder and is noted as not checked.
 */
final class HelmfileFunctions {

  private final FileTree files;
  private final Permissions permissions;
  private final String folder;
  private final Refusals refusals;

  /**
   * @param folder that relative paths start from
   */
  HelmfileFunctions(FileTree files, Permissions permissions, String folder, Refusals refusals) {
    this.files = files;
    this.permissions = permissions;
    this.folder = folder;
    this.refusals = refusals;
  }

  Collection<TemplateFunction> all(FunctionTable known) {
    List<TemplateFunction> functions = new ArrayList<>();
    TemplateFunction sprigGet = known.get("get");
    if (sprigGet != null) {
      functions.add(new TemplateFunction("sprigGet", sprigGet.signature(), sprigGet.body()));
    }
    functions.add(of("env", this::env, Parameter.STRING));
    functions.add(of("expandenv", this::expandEnv, Parameter.STRING));
    functions.add(of("requiredEnv", this::requiredEnv, Parameter.STRING));
    functions.add(variadic("exec", this::exec, Parameter.STRING, Parameter.LIST, Parameter.STRING));
    functions.add(
        variadic(
            "envExec",
            this::envExec,
            Parameter.MAP,
            Parameter.STRING,
            Parameter.LIST,
            Parameter.STRING));
    functions.add(of("isFile", (_, a) -> is(a, FileTree.Kind.FILE), Parameter.STRING));
    functions.add(of("isDir", (_, a) -> is(a, FileTree.Kind.FOLDER), Parameter.STRING));
    functions.add(of("readFile", this::readFile, Parameter.STRING));
    functions.add(of("readDir", (_, a) -> readDir(string(a, 0)), Parameter.STRING));
    functions.add(of("readDirEntries", (_, a) -> entries(string(a, 0)), Parameter.STRING));
    functions.add(of("toYaml", HelmfileFunctions::toYaml, Parameter.ANY));
    functions.add(of("fromYaml", HelmfileFunctions::fromYaml, Parameter.STRING));
    functions.add(
        of("setValueAtPath", ValuePaths::set, Parameter.STRING, Parameter.ANY, Parameter.MAP));
    functions.add(variadic("get", ValuePaths::get, Parameter.STRING, Parameter.ANY));
    functions.add(of("getOrNil", ValuePaths::getOrNil, Parameter.STRING, Parameter.ANY));
    functions.add(
        of(
            "tpl",
            (context, a) -> new GoString(context.evaluate(text(a, 0), a.get(1))),
            Parameter.STRING,
            Parameter.ANY));
    functions.add(
        of(
            "include",
            (context, a) -> new GoString(context.include(string(a, 0), a.get(1))),
            Parameter.STRING,
            Parameter.ANY));
    functions.add(of("required", HelmfileFunctions::required, Parameter.STRING, Parameter.ANY));
    functions.add(of("fetchSecretValue", this::fetchSecret, Parameter.STRING));
    functions.add(
        of("expandSecretRefs", (_, a) -> Secrets.opaqueReferences(a.get(0)), Parameter.MAP));
    return functions;
  }

  private static TemplateFunction of(
      String name, TemplateFunction.Body body, Parameter... parameters) {
    return new TemplateFunction(name, Signature.of(parameters), body);
  }

  private static TemplateFunction variadic(
      String name, TemplateFunction.Body body, Parameter... parameters) {
    return new TemplateFunction(name, Signature.variadic(parameters), body);
  }

  private static TracedText text(List<GoValue> arguments, int index) {
    return arguments.get(index) instanceof GoString text
        ? text.content()
        : TracedText.untracked(GoPrinter.text(arguments.get(index)));
  }

  private static String string(List<GoValue> arguments, int index) {
    return text(arguments, index).text();
  }

  private GoValue env(FunctionContext context, List<GoValue> arguments) {
    String name = string(arguments, 0);
    return permissions
        .environment()
        .map(lookup -> outside("env", lookup.apply(name).orElse("")))
        .orElseGet(() -> {
          refusals.add("env", name, "env", "the variable `" + name + "` was not read");
          return outside("env", "");
        });
  }

  private GoValue expandEnv(FunctionContext context, List<GoValue> arguments) {
    String text = string(arguments, 0);
    Optional<Function<String, Optional<String>>> lookup = permissions.environment();
    if (lookup.isEmpty() && text.indexOf('$') >= 0) {
      refusals.add("expandenv", text, "env", "variables were not read");
    }
    return outside(
        "expandenv",
        Variables.expand(text, name -> lookup.flatMap(known -> known.apply(name)).orElse("")));
  }

  private GoValue requiredEnv(FunctionContext context, List<GoValue> arguments) {
    String name = string(arguments, 0);
    if (permissions.environment().isEmpty()) {
      refusals.add("requiredEnv", name, "env", "the variable `" + name + "` was not read");
      return outside("requiredEnv", "unset-" + name.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    String value = permissions.environment().get().apply(name).orElse("");
    if (value.isEmpty()) {
      throw new GoFailure("required env var `" + name + "` is not set");
    }
    return outside("requiredEnv", value);
  }

  private GoValue exec(FunctionContext context, List<GoValue> arguments) {
    return run("exec", Map.of(), arguments);
  }

  private GoValue envExec(FunctionContext context, List<GoValue> arguments) {
    Map<String, String> variables = new TreeMap<>();
    if (arguments.get(0) instanceof GoMap map) {
      for (String key : map.sortedKeys()) {
        GoValue value = map.get(key);
        variables.put(key, value == null ? "" : GoPrinter.text(value));
      }
    }
    return run("envExec", variables, arguments.subList(1, arguments.size()));
  }

  private GoValue run(String function, Map<String, String> variables, List<GoValue> arguments) {
    String command = string(arguments, 0);
    if (permissions.runner().isEmpty()) {
      refusals.add(function, command, "exec", "the command `" + command + "` was not run");
      return outside(function, "");
    }
    List<String> words = new ArrayList<>();
    words.add(command);
    if (arguments.get(1) instanceof GoList list) {
      for (GoValue item : list.items()) {
        if (!(item instanceof GoString word)) {
          throw new GoFailure("unexpected type of arg \"" + item.typeName() + "\" in args");
        }
        words.add(word.text());
      }
    }
    String input = arguments.size() > 2 ? string(arguments, 2) : "";
    return outside(function, permissions.runner().get().run(words, variables, input, folder));
  }

  private static GoString outside(String function, String text) {
    return GoString.computed(text, Trace.of(new Source.Environment(function)));
  }

  private GoValue is(List<GoValue> arguments, FileTree.Kind kind) {
    return new GoBool(
        files.kind(StatePaths.join(folder, string(arguments, 0))) == kind,
        arguments.get(0).trace());
  }

  private GoValue readFile(FunctionContext context, List<GoValue> arguments) {
    String name = string(arguments, 0);
    String path = StatePaths.join(folder, name);
    return switch (files.read(path)) {
      case FileContent.Text(SourceFile file) ->
          new GoString(TracedText.verbatim(file.text(), Trace.of(new Source.ChartText(file))));
      case FileContent.Binary(byte[] bytes) ->
          GoString.of(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
      case FileContent.Missing() ->
          throw new GoFailure("open " + path + ": no such file or directory");
      case FileContent.Refused(String reason) -> {
        refusals.add("readFile", name, "", "the file `" + name + "` was not read: " + reason);
        yield outside("readFile", "");
      }
    };
  }

  private GoValue readDir(String path) {
    List<GoValue> found = new ArrayList<>();
    for (FileTree.Entry entry : members(path, "ReadDir")) {
      if (entry.kind() == FileTree.Kind.FILE) {
        found.add(GoString.of(StatePaths.normalised(path + "/" + entry.name())));
      }
    }
    return new GoList(found, GoList.STRINGS, Trace.NONE);
  }

  private GoValue entries(String path) {
    List<GoValue> found = new ArrayList<>();
    for (FileTree.Entry entry : members(path, "ReadDirEntries")) {
      found.add(new FolderEntry(entry));
    }
    return new GoList(found, "[]fs.DirEntry", Trace.NONE);
  }

  private List<FileTree.Entry> members(String path, String function) {
    String full = StatePaths.join(folder, path);
    if (files.kind(full) != FileTree.Kind.FOLDER) {
      throw new GoFailure(
          "%s \"%s\": open %s: no such file or directory".formatted(function, full, full));
    }
    return files.list(full);
  }

  private static GoValue toYaml(FunctionContext context, List<GoValue> arguments) {
    return new GoString(PrettyYaml.print(context, arguments.getFirst()));
  }

  private static GoValue fromYaml(FunctionContext context, List<GoValue> arguments) {
    TracedText text = text(arguments, 0);
    context.charge(text.length());
    return YamlTexts.read(text);
  }

  private static GoValue required(FunctionContext context, List<GoValue> arguments) {
    GoValue value = arguments.get(1);
    if (value instanceof GoNil || (value instanceof GoString text && text.content().isEmpty())) {
      throw new GoFailure(string(arguments, 0), value.trace());
    }
    return value;
  }

  /** A secret is never fetched: what stands for it says nothing of it. */
  private GoValue fetchSecret(FunctionContext context, List<GoValue> arguments) {
    GoValue path = arguments.getFirst();
    return GoString.computed(Secrets.withoutReferences(string(arguments, 0)), path.trace());
  }
}
