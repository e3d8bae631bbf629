package dev.plimsoll.cel.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.plimsoll.cel.program.CelProgram;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Parses and checks expressions and makes programs of them. Making a compiler takes time; it serves
 * many expressions, but one thread.
 */
public final class CelCompiler {

  /** In code points; more than anybody writes by hand. */
  private static final int LONGEST = 100_000;

  private final KubernetesTypes types = new KubernetesTypes();
  private final CelScope scope;
  private final dev.cel.compiler.CelCompiler checker;

  public CelCompiler(CelScope scope) {
    this.scope = scope;
    CelOptions options =
        CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .enableHeterogeneousNumericComparisons(true)
            .enableHiddenAccumulatorVar(true)
            .build();
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(options)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setTypeProvider(types)
            .addLibraries(
                CelExtensions.optional(),
                CelExtensions.strings(texts(scope)),
                CelExtensions.sets(options),
                CelExtensions.lists(),
                CelExtensions.comprehensions())
            .addFunctionDeclarations(Declarations.kubernetes());
    if (scope.dialect() == CelScope.Dialect.PLIMSOLL) {
      builder.addLibraries(CelExtensions.bindings(), CelExtensions.encoders(options));
    }
    scope.variables().forEach((name, type) -> builder.addVar(name, KubernetesTypes.of(type)));
    builder.addVar("variables", StructTypeReference.create(KubernetesTypes.VARIABLES));
    this.checker = builder.build();
  }

  /** What the reference implementation makes of an expression, for comparison. */
  CelValidationResult check(String text) {
    return checker.compile(text);
  }

  /** Compiles an expression with a value of any type. */
  public Compilation compile(CelText text) {
    return compile(text, Optional.empty());
  }

  /** Compiles an expression that must be true or false, or of a type that only values tell. */
  public Compilation compileCondition(CelText text) {
    return compile(text, Optional.of(SimpleType.BOOL));
  }

  /** Compiles an expression that must give text. */
  public Compilation compileMessage(CelText text) {
    return compile(text, Optional.of(SimpleType.STRING));
  }

  /** Compiles an expression that later ones know as {@code variables.NAME}. */
  public Compilation compileVariable(String name, CelText text) {
    CelValidationResult checked = check(text.text());
    if (checked.hasError()) {
      // What uses it is not to be blamed as well.
      types.addVariable(name, SimpleType.DYN);
      return new Compilation.Refused(problems(checked, text));
    }
    CelAbstractSyntaxTree tree = tree(checked);
    types.addVariable(name, tree.getResultType());
    return new Compilation.Compiled(program(text, tree), tree.getResultType().name());
  }

  private Compilation compile(CelText text, Optional<CelType> wanted) {
    CelValidationResult checked = check(text.text());
    if (checked.hasError()) {
      return new Compilation.Refused(problems(checked, text));
    }
    CelAbstractSyntaxTree tree = tree(checked);
    CelType type = tree.getResultType();
    if (wanted.isPresent() && !type.equals(wanted.get())) {
      String message =
          "This must evaluate to %s but gives %s.".formatted(wanted.get().name(), type.name());
      return new Compilation.Refused(List.of(new CelProblem(text, 0, message)));
    }
    return new Compilation.Compiled(program(text, tree), type.name());
  }

  private CelProgram program(CelText text, CelAbstractSyntaxTree tree) {
    return new ProgramBuilder(tree, text.text(), scope.variables().keySet()).build();
  }

  private static CelAbstractSyntaxTree tree(CelValidationResult checked) {
    try {
      return checked.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<CelProblem> problems(CelValidationResult checked, CelText text) {
    List<CelProblem> problems = new ArrayList<>();
    for (CelIssue issue : checked.getErrors()) {
      problems.add(new CelProblem(text, offset(issue, text.text()), Messages.of(issue)));
    }
    return problems;
  }

  private static int offset(CelIssue issue, String text) {
    CelSourceLocation place = issue.getSourceLocation();
    int start = 0;
    for (int line = 1; line < place.getLine(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    int end = text.length();
    int column = Math.clamp(place.getColumn(), 0, text.codePointCount(start, end));
    return text.offsetByCodePoints(start, column);
  }

  private static EnumSet<CelStringExtensions.Function> texts(CelScope scope) {
    return scope.dialect() == CelScope.Dialect.PLIMSOLL
        ? EnumSet.allOf(CelStringExtensions.Function.class)
        : EnumSet.complementOf(EnumSet.of(CelStringExtensions.Function.REVERSE));
  }
}
