package dev.plimsoll.cli.command;

import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.render.Capabilities;
import dev.plimsoll.render.KubeVersion;
import dev.plimsoll.render.PrintOptions;
import dev.plimsoll.render.ReleaseOptions;
import dev.plimsoll.values.HelmVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of {@code helm template} beyond values that change its output, with Helm's names and
 * meanings.
 */
final class TemplateOptions {

  @Option(
      names = "--kube-version",
      paramLabel = "VERSION",
      description = "The Kubernetes to render for. Default: the cluster's, or what Helm takes.")
  private @Nullable String kubeVersion;

  @Option(
      names = {"-a", "--api-versions"},
      paramLabel = "API",
      description = "API versions that the cluster has; may be repeated, or separated by commas.")
  private List<String> apiVersions = new ArrayList<>();

  @Option(
      names = "--is-upgrade",
      description = "Set .Release.IsUpgrade, not .Release.IsInstall.",
      preprocessor = SwitchValue.class)
  private boolean upgrade;

  @Option(
      names = "--include-crds",
      description = "Print the files of crds/ as well.",
      preprocessor = SwitchValue.class)
  private boolean includeCrds;

  @Option(names = "--no-hooks", description = "Print no hooks.", preprocessor = SwitchValue.class)
  private boolean noHooks;

  @Option(
      names = "--skip-tests",
      description = "Print no test hooks.",
      preprocessor = SwitchValue.class)
  private boolean skipTests;

  @Option(
      names = {"-s", "--show-only"},
      paramLabel = "PATTERN",
      description = "Print only what these templates of the chart write; may be repeated.")
  private List<String> showOnly = new ArrayList<>();

  @Option(
      names = "--skip-schema-validation",
      description = "Do not ask the schemas of values.",
      preprocessor = SwitchValue.class)
  private boolean skipSchema;

  @Option(
      names = {"-g", "--generate-name"},
      description = "Make up a name; the only argument is CHART then.",
      preprocessor = SwitchValue.class)
  private boolean generateName;

  @Option(
      names = "--name-template",
      paramLabel = "TEMPLATE",
      description = "Make the name from a template; the only argument is CHART then.")
  private @Nullable String nameTemplate;

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
