package dev.plimsoll.helmfile;

import dev.plimsoll.helmfile.Shape.ListOf;
import dev.plimsoll.helmfile.Shape.MapOf;
import dev.plimsoll.helmfile.Shape.OneOrMany;
import dev.plimsoll.helmfile.Shape.Scalar;
import dev.plimsoll.helmfile.Shape.Struct;
import dev.plimsoll.helmfile.Shape.TextOr;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every field of a state file ({@code pkg/state}: {@code ReleaseSetSpec} and what is in it). */
final class Shapes {

  private static final Shape TEXTS = new ListOf(Scalar.TEXT);
  private static final Shape ANYTHING = new ListOf(Scalar.ANY);
  private static final Shape FILES_OR_VALUES = new ListOf(Scalar.TEXT_OR_VALUES);
  private static final Shape LABELS = new MapOf(Scalar.TEXT);

  private static final Struct MISSING_FILE_CONFIG =
      struct("state.MissingFileHandlerConfig").flags("ignoreMissingGitBranch").build();

  private static final Struct SET_VALUE =
      struct("state.SetValue")
          .texts("name", "value", "file")
          .all(FILES_OR_VALUES, "values")
          .build();

  private static final Struct HOOK =
      struct("event.Hook")
          .texts("name", "command")
          .all(TEXTS, "events", "args")
          .all(LABELS, "kubectlApply")
          .flags("showlogs")
          .build();

  private static final Struct INHERIT =
      struct("state.Inherit").texts("template").all(TEXTS, "except").build();

  private static final Struct DEPENDENCY =
      struct("state.Dependency").texts("chart", "version", "alias").build();

  private static final Struct TRACKED =
      struct("state.TrackResourceSpec").texts("kind", "name", "namespace").build();

  private static final Shape HOOKS = new ListOf(HOOK);
  private static final Shape SET = new ListOf(SET_VALUE);

  /** A release, and a template for releases. */
  static final Struct RELEASE =
      struct("state.ReleaseSpec")
          .texts("chart", "chartPath", "directory", "version", "keyring", "updateStrategy")
          .texts("condition", "name", "description", "namespace", "kubeVersion")
          .texts("valuesPathPrefix", "kubeContext", "forceNamespace", "trackMode")
          .all(Scalar.TEXT_POINTER, "missingFileHandler", "verifyTemplate", "waitTemplate")
          .all(Scalar.TEXT_POINTER, "installedTemplate", "conditionTemplate", "postRenderer")
          .all(Scalar.TEXT_POINTER, "cascade", "serverSide")
          .all(Scalar.FLAG_POINTER, "verify", "enableDNS", "devel", "wait", "waitForJobs")
          .all(Scalar.FLAG_POINTER, "recreatePods", "force", "installed", "atomic")
          .all(Scalar.FLAG_POINTER, "rollbackOnFailure", "cleanupOnFail", "forceConflicts")
          .all(Scalar.FLAG_POINTER, "createNamespace", "reuseValues", "disableOpenAPIValidation")
          .all(Scalar.FLAG_POINTER, "disableValidation", "disableValidationOnInstall", "skipDeps")
          .all(Scalar.FLAG_POINTER, "skipRefresh", "resolveOCIVersions", "skipSchemaValidation")
          .all(Scalar.FLAG_POINTER, "disableAutoDetectedKubeVersionForDiff", "suppressDiff")
          .all(Scalar.FLAG_POINTER, "deleteWait", "syncReleaseLabels", "takeOwnership")
          .all(Scalar.FLAG_POINTER, "trackLogs", "trackFailedLogs", "trackFailOnError")
          .flags("insecureSkipTLSVerify", "plainHttp", "forceGoGetter")
          .all(Scalar.NUMBER_POINTER, "waitRetries", "timeout", "historyMax", "deleteTimeout")
          .all(Scalar.NUMBER_POINTER, "trackTimeout", "helmStuckGrace", "kubedogBurst")
          .all(Scalar.FRACTION_POINTER, "kubedogQPS")
          .all(MISSING_FILE_CONFIG, "missingFileHandlerConfig")
          .all(TEXTS, "needs", "unitTests", "apiVersions", "adopt", "postRendererArgs")
          .all(TEXTS, "suppressOutputLineRegex", "trackKinds", "skipKinds")
          .all(HOOKS, "hooks")
          .all(LABELS, "labels")
          .all(FILES_OR_VALUES, "values", "secrets", "valuesTemplate")
          .all(ANYTHING, "jsonPatches", "strategicMergePatches", "transformers")
          .all(SET, "set", "setString", "setTemplate", "env")
          .all(new ListOf(DEPENDENCY), "dependencies")
          .all(new OneOrMany(INHERIT), "inherit")
          .all(new ListOf(TRACKED), "trackResources")
          .build();

  /** {@code helmDefaults}. */
  static final Struct DEFAULTS =
      struct("state.HelmSpec")
          .texts("kubeContext", "keyring", "trackMode")
          .all(TEXTS, "args", "diffArgs", "syncArgs", "templateArgs", "postRendererArgs")
          .all(TEXTS, "suppressOutputLineRegex")
          .flags("verify", "enableDNS", "devel", "wait", "waitForJobs", "recreatePods", "force")
          .flags("atomic", "rollbackOnFailure", "cleanupOnFail", "forceConflicts", "skipCRDs")
          .flags("skipDeps", "skipRefresh", "reuseValues", "insecureSkipTLSVerify", "plainHttp")
          .flags("deleteWait")
          .all(Scalar.NUMBER, "waitRetries", "timeout", "deleteTimeout", "helmStuckGrace")
          .all(Scalar.NUMBER_POINTER, "historyMax")
          .all(Scalar.FLAG_POINTER, "skipSchemaValidation", "createNamespace")
          .all(Scalar.FLAG_POINTER, "resolveOCIVersions", "disableValidation")
          .all(Scalar.FLAG_POINTER, "disableAutoDetectedKubeVersionForDiff")
          .all(Scalar.FLAG_POINTER, "disableOpenAPIValidation", "syncReleaseLabels")
          .all(Scalar.FLAG_POINTER, "takeOwnership")
          .all(Scalar.TEXT_POINTER, "postRenderer", "cascade", "serverSide")
          .build();

  /** An environment. */
  static final Struct ENVIRONMENT =
      struct("state.EnvironmentSpec")
          .all(FILES_OR_VALUES, "values")
          .all(TEXTS, "secrets")
          .texts("kubeContext", "mergeStrategy")
          .all(Scalar.TEXT_POINTER, "missingFileHandler")
          .all(MISSING_FILE_CONFIG, "missingFileHandlerConfig")
          .build();

  /** A sub-helmfile. */
  static final Struct SUB_HELMFILE =
      struct("state.SubHelmfileSpec")
          .texts("path")
          .all(TEXTS, "selectors", "inherits")
          .flags("selectorsInherited")
          .all(FILES_OR_VALUES, "values")
          .build();

  private static final Struct REPOSITORY =
      struct("state.RepositorySpec")
          .texts("name", "url", "caFile", "certFile", "keyFile", "username", "password")
          .texts("registryConfig", "managed", "keyring")
          .flags("oci", "verify", "passCredentials", "skipTLSVerify", "plainHttp")
          .build();

  private static final Struct LLM =
      struct("llm.Config")
          .texts("baseURL", "apiKey", "model")
          .all(Scalar.ANY, "timeout")
          .all(Scalar.NUMBER, "maxTokens")
          .build();

  /** A state file. */
  static final Struct STATE =
      struct("state.HelmState")
          .texts("helmBinary", "kustomizeBinary", "kubeContext", "namespace", "chart")
          .texts("kubeVersion", "lockFilePath")
          .all(FILES_OR_VALUES, "values")
          .all(new MapOf(ENVIRONMENT), "environments")
          .all(TEXTS, "bases", "apiVersions")
          .all(DEFAULTS, "helmDefaults")
          .all(new ListOf(new TextOr(SUB_HELMFILE, "path")), "helmfiles")
          .all(new ListOf(REPOSITORY), "repositories")
          .all(LABELS, "commonLabels")
          .all(new ListOf(RELEASE), "releases")
          .all(LLM, "llm")
          .all(HOOKS, "hooks")
          .all(new MapOf(RELEASE), "templates")
          .all(new OneOrMany(Scalar.TEXT), "defaultInherit")
          .all(Scalar.TEXT_POINTER, "missingFileHandler")
          .all(MISSING_FILE_CONFIG, "missingFileHandlerConfig")
          // What `helmfile build` writes of its own fields it also takes, and does not use.
          .texts("filepath")
          .all(new MapOf(Scalar.ANY), "renderedvalues")
          .build();

  /** Values of any content. */
  static final Shape VALUES = new MapOf(Scalar.ANY);

  private Shapes() {}

  private static Builder struct(String goName) {
    return new Builder(goName);
  }

  private static final class Builder {

    private final String goName;
    private final Map<String, Shape> fields = new LinkedHashMap<>();

    Builder(String goName) {
      this.goName = goName;
    }

    Builder texts(String... names) {
      return all(Scalar.TEXT, names);
    }

    Builder flags(String... names) {
      return all(Scalar.FLAG, names);
    }

    Builder all(Shape shape, String... names) {
      for (String name : names) {
        fields.put(name, shape);
      }
      return this;
    }

    Struct build() {
      return new Struct(goName, fields);
    }
  }
}
