package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.StateFile;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.index.Remembered;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A template that asks for an environment by a misspelt name. */
public final class UnknownEnvironmentName implements Rule {

  private static final RuleId ID = new RuleId("unknown-environment-name");

  /** Names that have so many letters in front in common are forms of one. */
  private static final int SHARED_LETTERS = 4;

  private final Remembered<SourceFile, List<Located<String>>> compared = new Remembered<>();

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public synchronized void check(RuleContext context, DiagnosticSink sink) {
    compared.nextAnalysis();
    Optional<Set<String>> known = DeclaredEnvironments.of(context.estate().helmfiles());
    if (known.isEmpty()) {
      return;
    }
    for (SourceFile template : templates(context)) {
      for (Located<String> name : compared.of(template, () -> ComparedEnvironments.of(template))) {
        if (!known.get().contains(name.value())) {
          // A name that is like none may be that of another estate with the same templates.
          meant(name.value(), known.get()).ifPresent(meant -> sink.report(diagnostic(name, meant)));
        }
      }
    }
  }

  private static Diagnostic diagnostic(Located<String> name, String meant) {
    return Diagnostic.of(
        ID,
        name.location(),
        "No helmfile has the environment `"
            + name.value()
            + "`, so this is never equal; did you mean `"
            + meant
            + "`?");
  }

  private static Optional<String> meant(String name, Collection<String> known) {
    return NearestName.of(name, known)
        .or(() ->
            known.stream()
                .filter(other ->
                    name.length() >= SHARED_LETTERS
                        && other.startsWith(name.substring(0, SHARED_LETTERS)))
                .findFirst());
  }

  /** The files of helmfiles and their values that are rendered, by path. */
  private static Collection<SourceFile> templates(RuleContext context) {
    Map<String, SourceFile> found = new TreeMap<>();
    for (LoadedEnvironment environment : context.estate().helmfiles().environments()) {
      for (StateFile state : environment.states()) {
        add(state.file(), found);
        add(state.spec(), found);
        add(state.values(), found);
      }
    }
    for (ReleaseInstance release : context.estate().releases()) {
      if (release.helmfile().isPresent()) {
        release.layers().forEach(layer -> add(layer.layer().file(), found));
      }
    }
    return found.values();
  }

  /** The files that say a value or something in it. */
  private static void add(Value value, Map<String, SourceFile> found) {
    add(value.origin().layer().file(), found);
    switch (value) {
      case MapValue map -> map.entries().values().forEach(entry -> add(entry, found));
      case ListValue list -> list.items().forEach(item -> add(item, found));
      case ScalarValue _ -> {}
    }
  }

  private static void add(SourceFile file, Map<String, SourceFile> found) {
    if (file.path().endsWith(".gotmpl")) {
      found.putIfAbsent(file.path(), file);
    }
  }
}
