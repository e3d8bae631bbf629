package dev.plimsoll.template.eval;

import dev.plimsoll.template.function.Signature;
import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.function.TemplateFunction;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TracedText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The functions of {@code text/template} itself ({@code text/template/funcs.go}). */
final class Builtins {

  /** These are no calls: see {@link AndOr} and {@link CallBuiltin}. */
  static final TemplateFunction AND = special("and");

  static final TemplateFunction OR = special("or");
  static final TemplateFunction CALL = special("call");

  private static final Map<String, TemplateFunction> FUNCTIONS =
      Stream.of(
              AND,
              OR,
              CALL,
              function("not", Signature.of(Parameter.REFLECT), Builtins::not),
              function("len", Signature.of(Parameter.REFLECT), Indexing::length),
              reflective("index", Indexing::index),
              reflective("slice", Indexing::slice),
              reflective("eq", Comparison::eq),
              comparison("ne", Comparison::ne),
              comparison("lt", Comparison::lt),
              comparison("le", Comparison::le),
              comparison("gt", Comparison::gt),
              comparison("ge", Comparison::ge),
              printing(
                  "print", (context, values) -> text(GoPrinter.sprint(values, context::charge))),
              printing(
                  "println",
                  (context, values) -> text(GoPrinter.sprintln(values, context::charge))),
              printing("html", Escaping::html),
              printing("js", Escaping::js),
              printing("urlquery", Escaping::urlQuery),
              function(
                  "printf",
                  Signature.variadic(Parameter.STRING, Parameter.ANY),
                  (context, values) ->
                      text(
                          GoPrinter.sprintf(
                              ((GoString) values.getFirst()).content(),
                              values.subList(1, values.size()),
                              context::charge))))
          .collect(Collectors.toUnmodifiableMap(TemplateFunction::name, Function.identity()));

  private Builtins() {}

  static @Nullable TemplateFunction get(String name) {
    return FUNCTIONS.get(name);
  }

  static Set<String> names() {
    return FUNCTIONS.keySet();
  }

  static boolean has(String name) {
    return FUNCTIONS.containsKey(name);
  }

  private static TemplateFunction function(
      String name, Signature signature, TemplateFunction.Body body) {
    return new TemplateFunction(name, signature, body);
  }

  private static TemplateFunction special(String name) {
    return reflective(
        name,
        (_, _) -> {
          throw new IllegalStateException(name + " is no plain call");
        });
  }

  /** {@code func(reflect.Value, ...reflect.Value)}. */
  private static TemplateFunction reflective(String name, TemplateFunction.Body body) {
    return function(name, Signature.variadic(Parameter.REFLECT, Parameter.REFLECT), body);
  }

  private static TemplateFunction comparison(String name, TemplateFunction.Body body) {
    return function(name, Signature.of(Parameter.REFLECT, Parameter.REFLECT), body);
  }

  /** {@code func(...interface{}) string}. */
  private static TemplateFunction printing(String name, TemplateFunction.Body body) {
    return function(name, Signature.variadic(Parameter.ANY), body);
  }

  private static GoValue not(Object context, List<GoValue> values) {
    GoValue value = values.getFirst();
    return new GoBool(!value.isTrue(), value.trace());
  }

  private static GoValue text(TracedText text) {
    return new GoString(text);
  }
}
