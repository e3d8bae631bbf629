package dev.plimsoll.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Compares one render at a time. Thread-safe. */
final class Comparison {

  private final HelmBinary helm;
  private final PlimsollRender plimsoll;
  private final HelmCache cache;
  private final Path scratch;

  Comparison(HelmBinary helm, PlimsollRender plimsoll, Optional<Path> cache, Path scratch) {
    this.helm = helm;
    this.plimsoll = plimsoll;
    this.cache = new HelmCache(cache);
    this.scratch = scratch;
  }

  /** What came out. */
  sealed interface Verdict {

    /**
     * The same bytes.
     *
     * @param masked whether random functions had to be replaced in both
     */
    record Equal(boolean masked) implements Verdict {}

    /** Both refuse. */
    record Refused(Refusal refusal) implements Verdict {}

    /**
     * Something else.
     *
     * @param cause what differences are grouped by
     */
    record Different(String cause, String helm, String plimsoll) implements Verdict {}
  }

  Verdict compare(RenderCase render) throws IOException, InterruptedException {
    Output first = cache.get(helm, render, 1);
    Output second = cache.get(helm, render, 2);
    if (first.sameAs(second)) {
      return judge(first, plimsoll.render(render), false);
    }
    Path copy = Files.createTempDirectory(scratch, "chart").resolve(render.chart().getFileName());
    Folders.copy(render.chart(), copy);
    RandomMask.apply(copy);
    RenderCase masked = render.of(copy);
    Output maskedFirst = cache.get(helm, masked, 1);
    if (!maskedFirst.sameAs(cache.get(helm, masked, 2))) {
      return new Verdict.Different("random although masked", first.firstError(), "");
    }
    return judge(maskedFirst, plimsoll.render(masked), true);
  }

  private static Verdict judge(Output helm, Output plimsoll, boolean masked) {
    if (helm.sameAs(plimsoll)) {
      return helm.succeeded()
          ? new Verdict.Equal(masked)
          : new Verdict.Refused(Refusal.of(helm, plimsoll));
    }
    if (!plimsoll.succeeded()) {
      return new Verdict.Different(
          "only Plimsoll refuses: " + plimsoll.firstError(), helm.firstError(), plimsoll.error());
    }
    if (!helm.succeeded()) {
      return new Verdict.Different("only Helm refuses: " + helm.firstError(), helm.error(), "");
    }
    return Difference.between(helm.text(), plimsoll.text());
  }
}
