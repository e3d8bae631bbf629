package dev.plimsoll.render;

import dev.plimsoll.render.GoStruct.Field;
import dev.plimsoll.render.GoStruct.Method;
import dev.plimsoll.render.GoStruct.Shape;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.values.HelmVersion;
import java.util.List;
import java.util.Map;

/** Makes {@code .Capabilities}: {@code *chartutil.Capabilities} and what is in it. */
final class CapabilitiesObject {

  /** The Go that the modelled releases of Helm are built with. */
  private static final String GO_VERSION = "go1.26.8";

  private static final String PATH = ".Capabilities";

  private final Capabilities from;
  private final boolean tracked;

  private CapabilitiesObject(Capabilities from, boolean tracked) {
    this.from = from;
    this.tracked = tracked;
  }

  static GoValue of(Capabilities capabilities, boolean tracked) {
    return new CapabilitiesObject(capabilities, tracked).make();
  }

  private GoValue make() {
    Shape shape =
        new Shape(
            "*" + GoTypeNames.util(from.helm()) + ".Capabilities",
            List.of(new Field("KubeVersion"), new Field("APIVersions"), new Field("HelmVersion")));
    return new GoStruct(shape, List.of(kube(), apiVersions(), build()), trace(PATH));
  }

  private GoValue kube() {
    KubeVersion kube = from.kube();
    String path = PATH + ".KubeVersion";
    Shape shape =
        new Shape(
            GoTypeNames.util(from.helm()) + ".KubeVersion",
            List.of(new Field("Version"), new Field("Major"), new Field("Minor")),
            Map.of(
                "GitVersion",
                new Method(List.of(), (_, _) -> text(kube.version(), path + ".GitVersion")),
                "String",
                new Method(List.of(), (_, _) -> text(kube.normalized(), path))),
            _ -> kube.normalized());
    return new GoStruct(
        shape,
        List.of(
            text(kube.version(), path + ".Version"),
            text(kube.major(), path + ".Major"),
            text(kube.minor(), path + ".Minor")),
        trace(path));
  }

  private GoValue apiVersions() {
    String path = PATH + ".APIVersions";
    return new VersionSetObject(
        GoTypeNames.util(from.helm()) + ".VersionSet", from.apiVersions(), trace(path));
  }

  private GoValue build() {
    HelmVersion helm = from.helm();
    String path = PATH + ".HelmVersion";
    List<Field> fields =
        List.of(
            new Field("Version", "version", true),
            new Field("GitCommit", "git_commit", true),
            new Field("GitTreeState", "git_tree_state", true),
            new Field("GoVersion", "go_version", true),
            new Field("KubeClientVersion", "kube_client_version", false));
    List<GoValue> values =
        List.of(
            text("v" + exact(helm), path + ".Version"),
            text("", path + ".GitCommit"),
            text("", path + ".GitTreeState"),
            text(GO_VERSION, path + ".GoVersion"),
            text(client(helm), path + ".KubeClientVersion"));
    int count = helm.major() >= 4 ? fields.size() : fields.size() - 1;
    return new GoStruct(
        new Shape("version.BuildInfo", fields.subList(0, count)),
        values.subList(0, count),
        trace(path));
  }

  /** A version without a patch stands for the newest of that minor that is known here. */
  private static String exact(HelmVersion helm) {
    if (helm.patch() != Integer.MAX_VALUE) {
      return helm.toString();
    }
    HelmVersion newest = HelmVersion.NEWEST;
    boolean same = helm.major() == newest.major() && helm.minor() == newest.minor();
    return helm + "." + (same ? newest.patch() : 0);
  }

  private static String client(HelmVersion helm) {
    KubeVersion kube = KubeVersion.defaultOf(helm);
    return "v" + kube.major() + "." + kube.minor();
  }

  private GoString text(String text, String path) {
    return tracked ? GoString.computed(text, trace(path)) : GoString.of(text);
  }

  private Trace trace(String path) {
    return tracked ? Trace.of(new Source.BuiltIn(path)) : Trace.NONE;
  }
}
