package dev.plimsoll.lsp.workspace;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.rules.BuiltInRules;
import dev.plimsoll.rules.SecretValues;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.values.HelmVersion;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One state of a root and everything that was found out about it. Immutable. */
public final class Analysed {

  private final Root root;
  private final long revision;
  private final FileTree files;
  private final Map<String, Integer> versions;
  private final AnalysisResult result;
  private volatile @Nullable SecretValues secrets;

  /**
   * @param revision of the server's state; later states have higher ones
   * @param files what was analysed
   * @param versions of the open documents, by path
   */
  Analysed(
      Root root,
      long revision,
      FileTree files,
      Map<String, Integer> versions,
      AnalysisResult result) {
    this.root = root;
    this.revision = revision;
    this.files = files;
    this.versions = Map.copyOf(versions);
    this.result = result;
  }

  public Root root() {
    return root;
  }

  public long revision() {
    return revision;
  }

  public FileTree files() {
    return files;
  }

  public Map<String, Integer> versions() {
    return versions;
  }

  public AnalysisResult result() {
    return result;
  }

  /** The names of all environments, in the order of the project. */
  public Set<String> environments() {
    Set<String> names = new LinkedHashSet<>();
    result.project().environments().forEach(each -> names.add(each.name().value()));
    result.estate().releases().forEach(release -> names.add(release.cell().environment()));
    return names;
  }

  /** What must not be shown. */
  public SecretValues secrets() {
    SecretValues known = secrets;
    if (known == null) {
      known = new SecretValues(BuiltInRules.secrets(result.estate(), HelmVersion.NEWEST));
      secrets = known;
    }
    return known;
  }
}
