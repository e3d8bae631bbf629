package dev.plimsoll.rules.estate;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.index.Identity;
import dev.plimsoll.index.Remembered;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A rule on single files of values: what it says of one stays said until the file changes. */
public abstract class FileRule implements Rule {

  /** Shared by the rules that look at the same estate. */
  protected final EstateShelf shelf;

  private final Remembered<Key, List<Diagnostic>> known = new Remembered<>();

  private record Key(Identity yaml, EditableFile.Role role, List<Affected> affects) {

    static Key of(EditableFile file) {
      return new Key(new Identity(file.yaml()), file.role(), file.affects());
    }
  }

  /**
   * @param shelf shared by the rules that look at the same estate
   */
  protected FileRule(EstateShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public final synchronized void check(RuleContext context, DiagnosticSink sink) {
    known.nextAnalysis(context.parameters());
    List<EditableFile> files = shelf.files(context.estate());
    Predicate<EditableFile> wanted = wanted(context, files);
    for (EditableFile file : files) {
      if (wanted.test(file)) {
        known.of(Key.of(file), () -> found(file, context.parameters())).forEach(sink::report);
      }
    }
    checkRest(context, files, sink);
  }

  private List<Diagnostic> found(EditableFile file, RuleParameters parameters) {
    List<Diagnostic> found = new ArrayList<>();
    check(file, parameters, found::add);
    return List.copyOf(found);
  }

  /** Which files the rule looks at, whatever other files say of that. */
  protected Predicate<EditableFile> wanted(RuleContext context, List<EditableFile> files) {
    return _ -> true;
  }

  /** Looks at one file, and at nothing else. */
  protected abstract void check(EditableFile file, RuleParameters parameters, DiagnosticSink sink);

  /** Looks at what else the rule is about, in each analysis. */
  protected void checkRest(RuleContext context, List<EditableFile> files, DiagnosticSink sink) {}
}
