package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.HelmVersion;
import java.time.Clock;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/** What a function may know of the render that calls it. */
public interface FunctionContext {

  /** The Helm that is modelled. */
  HelmVersion helm();

  /** Whether origins are wanted. */
  boolean isTracked();

  /** Whether {@code required} and {@code fail} are forgiven, as {@code helm lint} does. */
  default boolean isLint() {
    return false;
  }

  /** The source of {@code randAlphaNum}, {@code uuidv4}, {@code genCA} and so on. */
  RandomGenerator random();

  /** The source of {@code now}. */
  Clock clock();

  /** The local time zone of {@code date} and the like. */
  ZoneId zone();

  /** Renders a named template: {@code include}. */
  TracedText include(String name, GoValue data);

  /** Renders a text as a template: {@code tpl}. */
  TracedText evaluate(TracedText template, GoValue data);

  /**
   * Notes that the result of a render depends on more than its input.
   *
   * @param function which function was called ({@code now}, {@code genCA}, {@code lookup})
   */
  void noteNonDeterminism(String function);

  /**
   * Charges work against the bounds of the render, before it is done.
   *
   * @param characters how much output or memory the call is going to make
   * @throws RuntimeException if that is more than a render may have; no {@link
   *     dev.plimsoll.template.value.GoFailure}, so that no function takes it for a mistake in its
   *     arguments
   */
  void charge(long characters);
}
