package dev.plimsoll.project;

import dev.plimsoll.rule.Profile;
import dev.plimsoll.source.Located;
import java.util.List;

/**
 * An environment.
 *
 * @param clusters where its releases are installed; empty if the project does not say
 */
public record Environment(Located<String> name, Profile profile, List<Located<String>> clusters) {

  public Environment {
    clusters = List.copyOf(clusters);
  }
}
