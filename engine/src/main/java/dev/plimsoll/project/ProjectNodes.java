package dev.plimsoll.project;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.ScalarStyle;
import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes nodes of a file of ours for what they should be, and reports those that are something else.
 * {@code what} is always the key path of the node ({@code environments.prod.profile}).
 */
final class ProjectNodes {

  private static final int MESSAGE_TEXT = 80;

  private final SourceFile file;
  private final DiagnosticSink sink;
  private final RuleId rule;
  private final String whole;

  /** For the project file. */
  ProjectNodes(SourceFile file, DiagnosticSink sink) {
    this(file, sink, ProjectRules.INVALID_PROJECT_FILE, "the project file");
  }

  /**
   * @param rule what mistakes are reported as
   * @param whole what a sentence calls the file
   */
  ProjectNodes(SourceFile file, DiagnosticSink sink, RuleId rule, String whole) {
    this.file = file;
    this.sink = sink;
    this.rule = rule;
    this.whole = whole;
  }

  void report(Diagnostic diagnostic) {
    sink.report(diagnostic);
  }

  void invalid(Span span, String message) {
    report(diagnostic(rule, span, message));
  }

  Diagnostic diagnostic(RuleId rule, Span span, String message) {
    return Diagnostic.of(rule, file.at(span), message);
  }

  /** A mistyped name: reports it with what was probably meant, and a fix that writes that. */
  void misspelt(Span span, String message, Optional<String> meant) {
    misspelt(rule, span, message, meant);
  }

  /** The same as a mistake of another rule. */
  void misspelt(RuleId as, Span span, String message, Optional<String> meant) {
    if (meant.isEmpty()) {
      report(diagnostic(as, span, message + "."));
      return;
    }
    String name = meant.get();
    String written = file.text(span);
    Fix fix =
        Fixes.replace(
            "Change `" + unquoted(written) + "` to `" + name + "`",
            Fix.Applicability.SAFE,
            file.at(span),
            requoted(written, name));
    report(diagnostic(as, span, message + "; did you mean `" + name + "`?").withFix(fix));
  }

  <T> Located<T> located(T value, YamlNode node) {
    return new Located<>(value, file.at(node.span()));
  }

  /** Whether a key has no content, which is as good as no key. */
  static boolean isAbsent(YamlNode node) {
    return resolved(node) instanceof YamlScalar scalar
        && scalar.value() instanceof ScalarValue.Null;
  }

  static YamlNode resolved(YamlNode node) {
    YamlNode current = node;
    // An alias leads to a node that was read before it, so this ends.
    while (current instanceof YamlAlias alias) {
      current = alias.target();
    }
    return current;
  }

  /** The fields of a mapping with a closed set of keys. */
  Optional<Fields> fields(YamlNode node, String what, List<String> known) {
    Optional<Fields> found = entries(node, what);
    found.ifPresent(
        fields -> fields.byName.forEach((key, entry) -> check(key, entry, what, known)));
    return found;
  }

  /** The fields of a mapping whose keys are names that the user chooses. */
  Optional<Fields> entries(YamlNode node, String what) {
    if (!(resolved(node) instanceof YamlMapping mapping)) {
      invalid(node.span(), mustBe(what, "a mapping", node));
      return Optional.empty();
    }
    Map<String, YamlEntry> byName = new LinkedHashMap<>();
    collect(mapping, byName, what);
    return Optional.of(new Fields(byName));
  }

  Optional<List<YamlNode>> items(YamlNode node, String what) {
    if (resolved(node) instanceof YamlSequence sequence) {
      return Optional.of(sequence.items());
    }
    invalid(node.span(), mustBe(what, "a list", node));
    return Optional.empty();
  }

  /** A list of texts, without the items that are none. */
  List<Located<String>> texts(YamlNode node, String what) {
    List<Located<String>> texts = new ArrayList<>();
    List<YamlNode> items = items(node, what).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      text(items.get(i), what + "[" + i + "]").ifPresent(texts::add);
    }
    return texts;
  }

  /** Text that says something. */
  Optional<Located<String>> text(YamlNode node, String what) {
    if (!(resolved(node) instanceof YamlScalar scalar)
        || scalar.value() instanceof ScalarValue.Null) {
      invalid(node.span(), mustBe(what, "text", node));
      return Optional.empty();
    }
    if (!(scalar.value() instanceof ScalarValue.Text text)) {
      report(unquotedText(node, scalar, what));
      return Optional.empty();
    }
    if (text.value().isBlank()) {
      invalid(node.span(), "`" + what + "` is empty.");
      return Optional.empty();
    }
    return Optional.of(located(text.value(), node));
  }

  /** True or false. */
  Optional<Boolean> flag(YamlNode node, String what) {
    if (resolved(node) instanceof YamlScalar scalar
        && scalar.value() instanceof ScalarValue.Bool(boolean value)) {
      return Optional.of(value);
    }
    invalid(node.span(), "`" + what + "` must be true or false.");
    return Optional.empty();
  }

  private Diagnostic unquotedText(YamlNode node, YamlScalar scalar, String what) {
    String kind = scalar.value() instanceof ScalarValue.Bool ? "a boolean" : "a number";
    Diagnostic found =
        diagnostic(
            rule,
            node.span(),
            "`" + what + "` must be text, and without quotes this is " + kind + ".");
    if (scalar.style() != ScalarStyle.PLAIN || node instanceof YamlAlias) {
      return found;
    }
    return found.withFix(
        Fixes.replace(
            "Put it in quotes",
            Fix.Applicability.SAFE,
            file.at(scalar.span()),
            "\"" + scalar.text() + "\""));
  }

  private void collect(YamlMapping mapping, Map<String, YamlEntry> byName, String what) {
    for (YamlEntry entry : mapping.entries()) {
      if (entry.isMerge()) {
        merge(entry.value(), byName, what);
        continue;
      }
      Optional<String> key = entry.keyText();
      if (key.isEmpty()) {
        invalid(entry.key().span(), "A key of " + named(what) + " must be text.");
        continue;
      }
      YamlEntry before = byName.put(key.get(), entry);
      if (before != null && mapping.entries().contains(before)) {
        invalid(
            entry.key().span(),
            "`" + key.get() + "` is said twice, and only this one counts; join the two.");
      }
    }
  }

  private void merge(YamlNode value, Map<String, YamlEntry> byName, String what) {
    if (!(resolved(value) instanceof YamlMapping merged)) {
      invalid(value.span(), mustBe(what + ".<<", "an alias of a mapping", value));
      return;
    }
    Map<String, YamlEntry> inherited = new LinkedHashMap<>();
    collect(merged, inherited, what);
    inherited.forEach(byName::putIfAbsent);
  }

  private void check(String key, YamlEntry entry, String what, List<String> known) {
    if (known.contains(key)) {
      return;
    }
    String message = named(what) + " has no key `" + shortened(key) + "`";
    Span span = entry.key().span();
    Optional<String> meant = NearestName.of(key, known);
    if (meant.isPresent()) {
      misspelt(span, capital(message), meant);
    } else {
      invalid(span, capital(message) + "; it has " + list(known) + ".");
    }
  }

  /** {@code `a`, `b` and `c`}. */
  static String list(List<String> names) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      if (i > 0) {
        text.append(i == names.size() - 1 ? " and " : ", ");
      }
      text.append('`').append(names.get(i)).append('`');
    }
    return text.toString();
  }

  /** Text of a user in a message, which must stay one line. */
  static String shortened(String text) {
    return text.length() <= MESSAGE_TEXT ? text : text.substring(0, MESSAGE_TEXT) + "…";
  }

  private String mustBe(String what, String wanted, YamlNode node) {
    return "`" + what + "` must be " + wanted + ", and this is " + kind(node) + ".";
  }

  private static String kind(YamlNode node) {
    return switch (resolved(node)) {
      case YamlMapping ignored -> "a mapping";
      case YamlSequence ignored -> "a list";
      case YamlAlias ignored -> "an alias";
      case YamlScalar scalar ->
          switch (scalar.value()) {
            case ScalarValue.Null() -> "empty";
            case ScalarValue.Bool(boolean value) -> "a boolean";
            case ScalarValue.Int(BigInteger value) -> "a number";
            case ScalarValue.Float(double value) -> "a number";
            case ScalarValue.Text(String value) -> "text";
          };
    };
  }

  private String named(String what) {
    return what.isEmpty() ? whole : "`" + what + "`";
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static String unquoted(String written) {
    return isQuoted(written) ? written.substring(1, written.length() - 1) : written;
  }

  private static String requoted(String written, String name) {
    return isQuoted(written) ? written.charAt(0) + name + written.charAt(0) : name;
  }

  private static boolean isQuoted(String written) {
    return written.length() >= 2
        && (written.charAt(0) == '"' || written.charAt(0) == '\'')
        && written.charAt(written.length() - 1) == written.charAt(0);
  }

  /**
   * The entries of a mapping by key; the last of duplicates, and merged ones where none is written.
   */
  static final class Fields {

    private final Map<String, YamlEntry> byName;

    private Fields(Map<String, YamlEntry> byName) {
      this.byName = byName;
    }

    Map<String, YamlEntry> byName() {
      return byName;
    }

    /** The value of a key; empty also for a key without content. */
    Optional<YamlNode> get(String key) {
      @Nullable YamlEntry entry = byName.get(key);
      return entry == null || isAbsent(entry.value())
          ? Optional.empty()
          : Optional.of(entry.value());
    }

    /** The entry of a key, also if it has no content. */
    Optional<YamlEntry> entry(String key) {
      return Optional.ofNullable(byName.get(key));
    }
  }
}
