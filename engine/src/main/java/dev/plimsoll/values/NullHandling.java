package dev.plimsoll.values;

/**
 * What a null does while tables are coalesced, which Helm has changed four times in its {@code
 * coalesce.go}.
 *
 * @param keepsForSubcharts a null for a subchart in the values of its parent is kept until the
 *     subchart itself is coalesced (Helm 3.17.1 and later)
 * @param deletesUnknown a null that hides no default is removed as well (Helm 3.19.5 to 3.20.0,
 *     4.0.0 to 4.1.2)
 * @param visitsUnknown nulls without a default are looked at, which hides a weaker table from the
 *     check for clashes (Helm 3.19.5, 4.0.0 and later)
 * @param deletesOverNull a null that hides a null is removed too (before Helm 3.20.1 and 4.1.3)
 * @param dropsDefaults nulls in a chart's own values are dropped (Helm 4.2.0 and later)
 */
record NullHandling(
    boolean keepsForSubcharts,
    boolean deletesUnknown,
    boolean visitsUnknown,
    boolean deletesOverNull,
    boolean dropsDefaults) {

  static NullHandling of(HelmVersion version) {
    boolean four = version.major() >= 4;
    boolean onlyOverDefaults = four ? version.isAtLeast(4, 1, 3) : version.isAtLeast(3, 20, 1);
    boolean visitsUnknown = version.isAtLeast(3, 19, 5);
    return new NullHandling(
        version.isAtLeast(3, 17, 1),
        visitsUnknown && !onlyOverDefaults,
        visitsUnknown,
        !onlyOverDefaults,
        version.isAtLeast(4, 2, 0));
  }
}
