package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.render.KubeVersion;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rules.estate.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * An object of an API version that the Kubernetes of its cluster deprecates or has removed. The
 * table is made of the lifecycles in {@code k8s.io/api}.
 */
public final class DeprecatedApiVersion implements Rule {

  private static final RuleId ID = new RuleId("deprecated-api-version");
  private static final String TABLE = "deprecated-apis.tsv";

  /**
   * @param deprecated the minor version of Kubernetes 1 that deprecates it
   * @param removed the one that no longer has it
   * @param replacement another API version of the same kind; empty if there is none
   */
  private record Lifecycle(int deprecated, int removed, String replacement) {}

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    Map<String, Lifecycle> lifecycles = read();
    Findings findings = new Findings();
    for (RenderedRelease release : RenderedRelease.all(context.estate())) {
      int minor = minor(release.rendered().kubernetes());
      for (Manifest manifest : release.rendered().objects()) {
        Lifecycle lifecycle =
            lifecycles.get(manifest.head().apiVersion() + " " + manifest.head().kind());
        if (lifecycle != null && minor >= lifecycle.deprecated()) {
          Objects.entry(manifest, "apiVersion")
              .map(entry ->
                  new ObjectPlace(release, manifest, entry.value().span(), "apiVersion")
                      .report(ID, message(manifest, lifecycle, minor)))
              .ifPresent(found -> findings.add(found, release.cells()));
        }
      }
    }
    findings.reportTo(sink);
  }

  private static String message(Manifest manifest, Lifecycle lifecycle, int minor) {
    String what = "`%s` %s".formatted(manifest.head().apiVersion(), manifest.head().kind());
    String when =
        minor >= lifecycle.removed()
            ? what
                + " is gone since Kubernetes 1."
                + lifecycle.removed()
                + ", so a cluster of 1."
                + minor
                + " refuses the object"
            : what
                + " is deprecated since Kubernetes 1."
                + lifecycle.deprecated()
                + " and gone in 1."
                + lifecycle.removed();
    return lifecycle.replacement().isEmpty()
        ? when + "."
        : when + "; use `" + lifecycle.replacement() + "`.";
  }

  private static int minor(KubeVersion version) {
    return version.major().equals("1") && version.minor().length() < 4
        ? Integer.parseInt(version.minor())
        : Integer.MAX_VALUE;
  }

  private static Map<String, Lifecycle> read() {
    try (InputStream in = DeprecatedApiVersion.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + TABLE);
      }
      Map<String, Lifecycle> lifecycles = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .forEach(fields ->
              lifecycles.put(
                  fields[0] + " " + fields[1],
                  new Lifecycle(
                      Integer.parseInt(fields[2]), Integer.parseInt(fields[3]), fields[4])));
      return lifecycles;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
