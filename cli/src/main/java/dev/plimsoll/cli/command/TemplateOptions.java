package dev.plimsoll.cli.command;

import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.render.Capabilities;
import dev.plimsoll.render.KubeVersion;
import dev.plimsoll.render.PrintOptions;
import dev.plimsoll.render.ReleaseOptions;
import dev.plimsoll.values.HelmVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code helm template} beyond values that change its output, with Helm's names and
 * meanings.
 */
final class TemplateOptions implements OptionGroup {

  private @Nullable String kubeVersion;
  private List<String> apiVersions = List.of();
  private boolean upgrade;
  private boolean includeCrds;
  private boolean noHooks;
  private boolean skipTests;
  private List<String> showOnly = List.of();
  private boolean skipSchema;
  private boolean generateName;
  private @Nullable String nameTemplate;

  @Override
  public void declare(Options options) {
    options.with(this::declareCluster, this::declareOutput, this::declareName);
  }

  private void declareCluster(Options options) {
    options
        .text(
            "--kube-version=VERSION",
            "The Kubernetes to render for. Default: the cluster's, or what Helm takes.",
            value -> kubeVersion = value)
        .texts(
            "-a, --api-versions=API",
            "API versions that the cluster has; may be repeated, or separated by commas.",
            values -> apiVersions = values)
        .helmSwitch(
            "--is-upgrade", "Set .Release.IsUpgrade, not .Release.IsInstall.", on -> upgrade = on);
  }

  private void declareOutput(Options options) {
    options
        .helmSwitch("--include-crds", "Print the files of crds/ as well.", on -> includeCrds = on)
        .helmSwitch("--no-hooks", "Print no hooks.", on -> noHooks = on)
        .helmSwitch("--skip-tests", "Print no test hooks.", on -> skipTests = on)
        .texts(
            "-s, --show-only=PATTERN",
            "Print only what these templates of the chart write; may be repeated.",
            values -> showOnly = values)
        .helmSwitch(
            "--skip-schema-validation", "Do not ask the schemas of values.", on -> skipSchema = on);
  }

  private void declareName(Options options) {
    options
        .helmSwitch(
            "-g, --generate-name",
            "Make up a name; the only argument is CHART then.",
            on -> generateName = on)
        .text(
            "--name-template=TEMPLATE",
            "Make the name from a template; the only argument is CHART then.",
            value -> nameTemplate = value);
  }

  /** Whether the name of the release is made up, so that no argument says it. */
  boolean makesUpName() {
    return generateName || nameTemplate != null;
  }

  Optional<String> nameTemplate() {
    return Optional.ofNullable(nameTemplate);
  }

  ReleaseOptions release(ReleaseInstance instance) {
    return new ReleaseOptions(instance.name(), instance.namespace(), upgrade, 1);
  }

  boolean skipSchema() {
    return skipSchema;
  }

  PrintOptions print() {
    return new PrintOptions(includeCrds, noHooks, skipTests, showOnly);
  }

  /**
   * What the templates are told of the cluster.
   *
   * @param known the version of Kubernetes that the project says; empty if it says none
   * @param apis those that a helmfile says; options replace them
   */
  Capabilities capabilities(HelmVersion helm, Optional<String> known, List<String> apis) {
    Capabilities capabilities = Capabilities.of(helm);
    Optional<String> wanted = Optional.ofNullable(kubeVersion).or(() -> known);
    if (wanted.isPresent()) {
      Optional<KubeVersion> parsed = KubeVersion.parse(wanted.get(), helm);
      if (parsed.isEmpty()) {
        throw new UsageError(
            "`" + wanted.get() + "` is no version of Kubernetes; write 1.35 or v1.35.2.");
      }
      capabilities = capabilities.withKube(parsed.get());
    }
    List<String> more =
        apiVersions.stream().flatMap(list -> Arrays.stream(list.split(",", -1))).toList();
    return capabilities.withApiVersions(more.isEmpty() ? apis : more);
  }
}
