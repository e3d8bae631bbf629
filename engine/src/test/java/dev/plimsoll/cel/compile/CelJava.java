package dev.plimsoll.cel.compile;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.TypeType;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import dev.cel.extensions.CelExtensions;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The reference implementation of CEL in Java. */
final class CelJava {

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .comprehensionMaxIterations(10_000)
          .build();

  private final CelCompiler compiler;
  private final CelRuntime runtime =
      CelRuntimeFactory.legacyCelRuntimeBuilder()
          .setOptions(OPTIONS)
          .addLibraries(
              CelExtensions.optional(),
              CelExtensions.strings(),
              CelExtensions.sets(OPTIONS),
              CelExtensions.lists(),
              CelExtensions.comprehensions(),
              CelExtensions.encoders(OPTIONS))
          .build();

  CelJava(CelCompiler compiler) {
    this.compiler = compiler;
  }

  /** The value in the form of {@link Values#text}; {@code error} for any error. */
  String evaluate(String expression, Map<String, Object> variables) {
    try {
      return text(runtime.createProgram(compiler.check(expression).getAst()).eval(variables));
    } catch (CelEvaluationException _) {
      return "error";
    } catch (CelValidationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String text(Object value) {
    return switch (value) {
      case NullValue _ -> "null";
      case UnsignedLong number -> number + "u";
      case Double number -> Values.number(number);
      case String text -> Values.quoted(text);
      case CelByteString bytes -> "b" + Arrays.toString(bytes.toByteArray());
      case Instant instant -> "timestamp " + instant;
      case Duration duration -> "duration " + duration;
      case TypeType type -> "type " + type.containingTypeName();
      case Optional<?> optional -> optional.map(item -> "some " + text(item)).orElse("none");
      case List<?> list -> list.stream().map(CelJava::text).toList().toString();
      case Map<?, ?> map -> {
        TreeSet<String> entries = new TreeSet<>();
        map.forEach((key, item) -> entries.add(text(key) + ": " + text(item)));
        yield entries.toString();
      }
      default -> value.toString();
    };
  }
}
