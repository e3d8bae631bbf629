package dev.plimsoll.rbac;

/**
 * How roles name a kind.
 *
 * @param group empty for the core group
 * @param plural {@code deployments}
 * @param isGuessed whether nobody says so, and it was made of the kind
 */
public record ResourceName(String group, String plural, boolean isNamespaced, boolean isGuessed) {}
