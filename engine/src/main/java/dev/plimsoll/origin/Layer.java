package dev.plimsoll.origin;

import dev.plimsoll.source.SourceFile;

/**
 * One source of values. Layers are compared by identity of their file: the same file used by two
 * releases is one layer.
 *
 * @param kind decides precedence together with the order of options
 * @param file the text that holds the values: a values file, or the argument of a {@code --set}
 *     option as a text of its own
 */
public record Layer(Kind kind, SourceFile file) {

  /** As people know it: {@code environments/prod/values.yaml}, {@code --set image.tag=1.2}. */
  public String label() {
    return kind.isOption() ? kind.option() + " " + file.text() : file.path();
  }

  /** Whether it is a text that a person can edit: no option, nothing inside an archive. */
  public boolean isEditable() {
    return !kind.isOption() && !file.path().contains("!");
  }

  /** The kinds of layer in Helm's order of precedence, weakest first. */
  public enum Kind {
    /** {@code values.yaml} of the chart itself, or of a subchart for its own scope. */
    CHART_DEFAULTS(""),
    /** {@code values.yaml} of a parent chart, for the scope of a subchart. */
    PARENT_CHART(""),
    /** A file given with {@code -f}, or named as a layer by the project. */
    VALUES_FILE(""),
    SET_JSON("--set-json"),
    SET("--set"),
    SET_STRING("--set-string"),
    SET_FILE("--set-file"),
    SET_LITERAL("--set-literal");

    private final String option;

    Kind(String option) {
      this.option = option;
    }

    /** Whether the layer is a command-line option rather than a file. */
    public boolean isOption() {
      return !option.isEmpty();
    }

    /** The command-line option; empty for files. */
    public String option() {
      return option;
    }
  }
}
