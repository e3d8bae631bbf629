package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.helmfile.StateFile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Visits the state files of an estate. */
final class StateRules {

  private StateRules() {}

  /** Every state file of every environment. */
  static void visit(RuleContext context, BiConsumer<LoadedEnvironment, StateFile> visitor) {
    for (LoadedEnvironment environment : context.estate().helmfiles().environments()) {
      environment.states().forEach(state -> visitor.accept(environment, state));
    }
  }

  /** The entries of {@code repositories} that can be read. */
  static List<MapValue> repositories(StateFile state) {
    List<MapValue> found = new ArrayList<>();
    for (Value item : Spec.items(state.spec(), "repositories")) {
      if (item instanceof MapValue repository) {
        found.add(repository);
      }
    }
    return found;
  }

  /** The entry of {@code repositories} with a name. */
  static Optional<MapValue> repository(StateFile state, String name) {
    return repositories(state).stream()
        .filter(found -> Spec.text(found, "name").filter(at -> at.value().equals(name)).isPresent())
        .findFirst();
  }

  /** Reports something about a state file: it affects the file's releases. */
  static void report(
      RuleContext context,
      LoadedEnvironment environment,
      StateFile state,
      Diagnostic diagnostic,
      DiagnosticSink sink) {
    List<Affected> affects = new ArrayList<>();
    context
        .estate()
        .releases()
        .forEach(instance ->
            instance
                .helmfile()
                .filter(release -> release.state().equals(state))
                .ifPresent(release -> affects.add(instance.cell())));
    if (affects.isEmpty()) {
      affects.add(new Affected("*", environment.name(), ""));
    }
    sink.report(diagnostic.withAffects(affects));
  }
}
