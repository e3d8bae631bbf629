package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.helmfile.HelmfileEstate;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.helmfile.StateFile;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.SourceFile;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of a folder whose names have numbers, which give no order, or not this one. */
public final class UnorderedHelmfiles implements Rule {

  private static final RuleId ID = new RuleId("unordered-helmfiles");

  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})[-_.].*");

  /** Brings the order of names back, which helmfile before 1.2 always kept. */
  private static final Pattern SEQUENTIAL = PipelineFlags.helmfileWith("--sequential-helmfiles");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    HelmfileEstate helmfiles = context.estate().helmfiles();
    boolean isSequential = isSequential(context);
    for (LoadedEnvironment environment : helmfiles.environments()) {
      for (String root : helmfiles.roots()) {
        List<Numbered> files = numbered(environment, root);
        if (files.size() > 1) {
          if (!isSequential) {
            report(files.get(1), files.getFirst(), atOnce(files), environment, context, sink);
          }
          misplaced(files, environment, context, sink);
        }
      }
    }
  }

  /**
   * A file of a folder with the number that its name begins with.
   *
   * @param name without the folder
   */
  private record Numbered(StateFile state, String name, BigInteger number) {

    private SourceFile file() {
      return state.file();
    }
  }

  /** Whether a pipeline asks for one file after the other. */
  static boolean isSequential(RuleContext context) {
    return PipelineFlags.areSaid(SEQUENTIAL, context);
  }

  /** The files of a folder that have numbers, in the order of their names. */
  private static List<Numbered> numbered(LoadedEnvironment environment, String root) {
    List<Numbered> found = new ArrayList<>();
    for (StateFile state : environment.states()) {
      String path = state.file().path();
      int slash = path.lastIndexOf('/');
      if (slash >= 0 && path.substring(0, slash).equals(root)) {
        Matcher name = NUMBERED.matcher(path.substring(slash + 1));
        if (name.matches()) {
          found.add(new Numbered(state, name.group(), new BigInteger(name.group(1))));
        }
      }
    }
    return found;
  }

  private static String atOnce(List<Numbered> files) {
    return "`"
        + files.get(1).name()
        + "` does not wait for `"
        + files.getFirst().name()
        + "`: helmfile 1.2 and later run the files of a folder at the same time; run it with"
        + " `--sequential-helmfiles`, or put what needs each other into one file with `needs`.";
  }

  /** Helmfile sorts names as texts, so 10 comes before 2. */
  private static void misplaced(
      List<Numbered> files,
      LoadedEnvironment environment,
      RuleContext context,
      DiagnosticSink sink) {
    for (int i = 1; i < files.size(); i++) {
      Numbered before = files.get(i - 1);
      Numbered file = files.get(i);
      if (file.number().compareTo(before.number()) < 0) {
        String message =
            "`"
                + file.name()
                + "` comes after `"
                + before.name()
                + "`, because helmfile sorts names as texts; give all numbers the same length.";
        report(file, before, message, environment, context, sink);
      }
    }
  }

  private static void report(
      Numbered file,
      Numbered before,
      String message,
      LoadedEnvironment environment,
      RuleContext context,
      DiagnosticSink sink) {
    Diagnostic found =
        Diagnostic.of(ID, file.file().start(), message)
            .withRelated(
                RelatedLocation.Role.DEFINITION, before.file().start(), "The other file is this.");
    StateRules.report(context, environment, file.state(), found, sink);
  }
}
