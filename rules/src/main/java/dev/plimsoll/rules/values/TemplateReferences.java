package dev.plimsoll.rules.values;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.syntax.TemplateFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which values templates read, by their syntax trees; see {@link ReferenceReader} for what is
 * understood. What is found errs on the side of reading too much.
 */
final class TemplateReferences {

  private final KeyTree own = new KeyTree();
  private final KeyTree shared = new KeyTree();
  private final Set<String> defined = new HashSet<>();
  private final Set<String> included = new HashSet<>();
  private boolean isRootHandedOn;

  /** What the chart's own text reads. */
  KeyTree own() {
    return own;
  }

  /** What named templates read: of any chart whose templates include them. */
  KeyTree shared() {
    return shared;
  }

  Set<String> defined() {
    return defined;
  }

  /** Named templates that are included by a name that stands in the text. */
  Set<String> included() {
    return included;
  }

  /** Whether all values are handed on at once, so that nothing can be said of any key. */
  boolean isRootHandedOn() {
    return isRootHandedOn;
  }

  /** Adds what a text reads, if it has actions at all. */
  void add(SourceFile text) {
    if (ChartTexts.hasActions(text)) {
      add(ChartTexts.parsed(text));
    }
  }

  /** Adds what a file reads. */
  void add(TemplateFile file) {
    new ReferenceReader(new Sink(false)).read(file.body());
    for (TemplateFile.Definition definition : file.definitions()) {
      defined.add(definition.name());
      new ReferenceReader(new Sink(true)).read(definition.body());
    }
  }

  /** Takes what is read. */
  private final class Sink implements ReferenceReader.Sink {

    private final boolean isShared;

    Sink(boolean isShared) {
      this.isShared = isShared;
    }

    @Override
    public void read(List<String> path, boolean whole) {
      if (path.isEmpty() && whole) {
        isRootHandedOn = true;
        return;
      }
      own.add(path, whole);
      if (isShared) {
        shared.add(path, whole);
      }
    }

    @Override
    public void include(String name) {
      included.add(name);
    }
  }
}
