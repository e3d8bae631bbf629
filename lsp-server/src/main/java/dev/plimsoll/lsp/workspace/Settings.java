package dev.plimsoll.lsp.workspace;

import dev.plimsoll.diagnostic.Severity;
import java.util.Optional;

/**
 * What a person sets in the editor.
 *
 * @param environment the one to show values of; empty to let the server choose
 * @param minimumSeverity what is less is not reported
 * @param onType whether to analyse while the person types, and not only when a file is saved
 */
public record Settings(Optional<String> environment, Severity minimumSeverity, boolean onType) {

  public static final Settings DEFAULT = new Settings(Optional.empty(), Severity.INFO, true);

  /** The same with another environment to show. */
  public Settings withEnvironment(Optional<String> chosen) {
    return new Settings(chosen, minimumSeverity, onType);
  }
}
