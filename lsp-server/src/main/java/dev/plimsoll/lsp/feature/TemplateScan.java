package dev.plimsoll.lsp.feature;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.syntax.Operand;
import dev.plimsoll.template.syntax.Pipeline;
import dev.plimsoll.template.syntax.TemplateFile;
import dev.plimsoll.template.syntax.TemplateNode;
import dev.plimsoll.template.syntax.TemplateParser;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a template names, place by place: values, named templates and functions. Of a text that is
 * broken it is what could be read.
 */
final class TemplateScan {

  private static final Set<String> CALLS = Set.of("include", "template", "block");
  private static final String VALUES = "Values";

  private final SourceFile source;
  private final List<Reference> references = new ArrayList<>();
  private final List<FileReads.FileName> files = new ArrayList<>();
  private final List<Dot> dots = new ArrayList<>();
  private final TemplateFile file;

  /** Where a name stands. */
  sealed interface Reference {

    Span span();
  }

  /**
   * A value of the chart.
   *
   * @param path below {@code .Values}, up to and with this step
   * @param span of the last step
   * @param isLast whether the template goes no deeper
   */
  record ValueReference(ValuePath path, Span span, boolean isLast) implements Reference {}

  /**
   * A named template.
   *
   * @param span the quoted name
   * @param isDefinition whether it is defined here
   */
  record NameReference(String name, Span span, boolean isDefinition) implements Reference {}

  /** A function. */
  record FunctionReference(String name, Span span) implements Reference {}

  /** A field of something else, such as {@code .Release.Name}. */
  record BuiltInReference(String path, Span span) implements Reference {}

  /** A variable. */
  record VariableReference(String name, Span span) implements Reference {}

  /**
   * What dot is in a part of the text.
   *
   * @param path below {@code .Values}; null for the root of everything
   * @param isKnown whether anything is known of it
   */
  record Dot(Span span, @Nullable ValuePath path, boolean isKnown) {}

  /** What is known of dot or of a variable. */
  private record Held(@Nullable ValuePath path, boolean isRoot) {
    static final Held ROOT = new Held(null, true);
    static final Held UNKNOWN = new Held(null, false);
  }

  private TemplateScan(SourceFile source) {
    this.source = source;
    // Whatever is called is taken for a function: a half-typed name breaks nothing then.
    this.file = TemplateParser.parse(source, _ -> true);
  }

  static TemplateScan of(SourceFile source) {
    TemplateScan scan = new TemplateScan(source);
    Map<String, Held> variables = new HashMap<>();
    scan.block(scan.file.body(), Held.ROOT, variables);
    for (TemplateFile.Definition definition : scan.file.definitions()) {
      scan.references.add(new NameReference(definition.name(), definition.nameSpan(), true));
      scan.block(definition.body(), Held.ROOT, new HashMap<>());
    }
    scan.references.sort((one, other) -> one.span().compareTo(other.span()));
    return scan;
  }

  TemplateFile file() {
    return file;
  }

  /** In the order of the text. */
  List<Reference> references() {
    return references;
  }

  /** The files that are read by names which the text itself says. */
  List<FileReads.FileName> files() {
    return files;
  }

  /** The reference that a cursor touches. */
  Optional<Reference> at(int offset) {
    return references.stream().filter(each -> each.span().touches(offset)).findFirst();
  }

  /** What dot is at an offset; empty for the root of everything. */
  Optional<Dot> dotAt(int offset) {
    Dot innermost = null;
    for (Dot dot : dots) {
      boolean isInner = innermost == null || innermost.span().contains(dot.span());
      if (dot.span().touches(offset) && isInner) {
        innermost = dot;
      }
    }
    return Optional.ofNullable(innermost);
  }

  private void block(TemplateNode.Block block, Held dot, Map<String, Held> variables) {
    for (TemplateNode node : block.nodes()) {
      node(node, dot, variables);
    }
  }

  private void node(TemplateNode node, Held dot, Map<String, Held> variables) {
    switch (node) {
      case TemplateNode.Text _, TemplateNode.Comment _ -> {}
      case TemplateNode.Break _, TemplateNode.Continue _ -> {}
      case TemplateNode.Action action -> pipeline(action.pipeline(), dot, variables);
      case TemplateNode.If branch -> {
        pipeline(branch.pipeline(), dot, variables);
        branches(branch.body(), branch.otherwise(), dot, dot, variables);
      }
      case TemplateNode.With branch -> {
        Held inner = pipeline(branch.pipeline(), dot, variables);
        dots.add(
            new Dot(branch.body().span(), inner.path(), inner.path() != null || inner.isRoot()));
        branches(branch.body(), branch.otherwise(), inner, dot, variables);
      }
      case TemplateNode.Range loop -> {
        Held list = pipeline(loop.pipeline(), dot, variables);
        Held item = list.path() == null ? Held.UNKNOWN : new Held(list.path().index(0), false);
        dots.add(new Dot(loop.body().span(), item.path(), item.path() != null));
        Map<String, Held> inner = new HashMap<>(variables);
        loop.pipeline().declared().forEach(each -> inner.put(each.name(), Held.UNKNOWN));
        if (!loop.pipeline().declared().isEmpty()) {
          inner.put(loop.pipeline().declared().getLast().name(), item);
        }
        branches(loop.body(), loop.otherwise(), item, dot, inner);
      }
      case TemplateNode.Call call -> {
        references.add(new NameReference(call.name(), call.nameSpan(), false));
        if (call.argument() != null) {
          pipeline(call.argument(), dot, variables);
        }
      }
    }
  }

  private void branches(
      TemplateNode.Block body,
      TemplateNode.@Nullable Block otherwise,
      Held inner,
      Held outer,
      Map<String, Held> variables) {
    block(body, inner, new HashMap<>(variables));
    if (otherwise != null) {
      block(otherwise, outer, new HashMap<>(variables));
    }
  }

  private Held pipeline(Pipeline pipeline, Held dot, Map<String, Held> variables) {
    Held last = Held.UNKNOWN;
    for (Pipeline.Command command : pipeline.commands()) {
      last = command(command, dot, variables);
    }
    Held result = pipeline.commands().size() == 1 ? last : Held.UNKNOWN;
    for (Pipeline.Variable declared : pipeline.declared()) {
      references.add(new VariableReference(declared.name(), declared.span()));
      variables.put(declared.name(), result);
    }
    return result;
  }

  private Held command(Pipeline.Command command, Held dot, Map<String, Held> variables) {
    List<Operand> arguments = command.arguments();
    Held result = Held.UNKNOWN;
    for (int i = 0; i < arguments.size(); i++) {
      Operand argument = arguments.get(i);
      Held found = operand(argument, dot, variables);
      if (arguments.size() == 1) {
        result = found;
      }
      boolean isName =
          i == 1
              && arguments.getFirst() instanceof Operand.Function(Span _, String function)
              && CALLS.contains(function);
      if (isName && argument instanceof Operand.Text text) {
        references.add(new NameReference(text.value(), text.span(), false));
      }
      if (i == 1 && argument instanceof Operand.Text text) {
        FileReads.name(arguments.getFirst(), text).ifPresent(files::add);
      }
    }
    return result;
  }

  private Held operand(Operand operand, Held dot, Map<String, Held> variables) {
    return switch (operand) {
      case Operand.Dot _ -> dot;
      case Operand.Nil _, Operand.Bool _, Operand.Numeral _, Operand.Text _ -> Held.UNKNOWN;
      case Operand.Function(Span span, String name) -> {
        references.add(new FunctionReference(name, span));
        yield Held.UNKNOWN;
      }
      case Operand.Field field -> fields(field.span(), field.span().start(), field.fields(), dot);
      case Operand.Variable(Span span, String name, List<String> fields) -> {
        references.add(
            new VariableReference(name, new Span(span.start(), span.start() + name.length())));
        Held of = name.equals("$") ? Held.ROOT : variables.getOrDefault(name, Held.UNKNOWN);
        yield fields(span, span.start() + name.length(), fields, of);
      }
      case Operand.Chain chain -> {
        Held of = operand(chain.of(), dot, variables);
        yield fields(chain.span(), chain.of().span().end(), chain.fields(), of);
      }
      case Operand.Nested nested -> pipeline(nested.pipeline(), dot, variables);
    };
  }

  /** Follows {@code .a.b}, which begins at {@code start} or a little behind. */
  private Held fields(Span whole, int start, List<String> fields, Held from) {
    Held held = from;
    int at = start;
    StringBuilder builtIn = new StringBuilder();
    boolean isBuiltIn = false;
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i);
      int dot = source.text().indexOf("." + field, at);
      if (dot < 0 || dot + 1 + field.length() > whole.end()) {
        return Held.UNKNOWN;
      }
      Span span = new Span(dot + 1, dot + 1 + field.length());
      at = span.end();
      if (held.isRoot() && !isBuiltIn && field.equals(VALUES)) {
        held = new Held(ValuePath.ROOT, false);
        references.add(new ValueReference(ValuePath.ROOT, span, i == fields.size() - 1));
      } else if (held.path() != null) {
        ValuePath path = held.path().key(field);
        held = new Held(path, false);
        references.add(new ValueReference(path, span, i == fields.size() - 1));
      } else {
        isBuiltIn = isBuiltIn || held.isRoot();
        builtIn.append('.').append(field);
        if (isBuiltIn) {
          references.add(new BuiltInReference(builtIn.toString(), span));
        }
        held = Held.UNKNOWN;
      }
    }
    return held;
  }
}
