package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.HelmVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** A render that calls a function, without templates around it. */
final class PlainContext implements FunctionContext {

  static final Instant NOW = Instant.parse("2026-03-04T05:06:07.080910Z");

  private final HelmVersion helm;
  private final boolean tracked;
  private final ZoneId zone;
  private final RandomGenerator random = new Random(7);
  private final Set<String> noted = new TreeSet<>();
  private long charged;
  private boolean lint;

  private PlainContext(HelmVersion helm, boolean tracked, ZoneId zone) {
    this.helm = helm;
    this.tracked = tracked;
    this.zone = zone;
  }

  static PlainContext untracked() {
    return new PlainContext(HelmVersion.NEWEST, false, ZoneOffset.UTC);
  }

  static PlainContext tracked() {
    return new PlainContext(HelmVersion.NEWEST, true, ZoneOffset.UTC);
  }

  static PlainContext in(ZoneId zone) {
    return new PlainContext(HelmVersion.NEWEST, false, zone);
  }

  PlainContext linting() {
    lint = true;
    return this;
  }

  Set<String> noted() {
    return noted;
  }

  long charged() {
    return charged;
  }

  @Override
  public HelmVersion helm() {
    return helm;
  }

  @Override
  public boolean isTracked() {
    return tracked;
  }

  @Override
  public boolean isLint() {
    return lint;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public TracedText include(String name, GoValue data) {
    return TracedText.untracked("included " + name);
  }

  @Override
  public TracedText evaluate(TracedText template, GoValue data) {
    return template;
  }

  @Override
  public void noteNonDeterminism(String function) {
    noted.add(function);
  }

  @Override
  public void charge(long characters) {
    charged += characters;
    if (charged > 100_000_000) {
      throw new IllegalStateException("Too much");
    }
  }
}
