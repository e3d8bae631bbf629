package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoValue;
import java.util.List;

/**
 * A function that templates can call.
 *
 * @param name as templates call it
 * @param signature what the evaluator checks before it calls
 * @param body called with arguments that fit the signature
 */
public record TemplateFunction(String name, Signature signature, Body body) {

  /** What a function does. */
  @FunctionalInterface
  public interface Body {

    /**
     * Computes the result.
     *
     * @throws dev.plimsoll.template.value.GoFailure with the text of Go's error; the evaluator adds
     *     the place and {@code error calling name}
     */
    GoValue call(FunctionContext context, List<GoValue> arguments);
  }
}
