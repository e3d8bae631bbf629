package dev.plimsoll.project;

/** Which names Helm accepts for a release ({@code chartutil.ValidateReleaseName}). */
final class ReleaseNames {

  /** Helm leaves room for suffixes below the 63 characters of a DNS label. */
  private static final int LONGEST = 53;

  private ReleaseNames() {}

  /**
   * Whether {@code name} is dot-separated labels of lower-case letters, digits and inner hyphens.
   */
  static boolean isValid(String name) {
    if (name.length() > LONGEST) {
      return false;
    }
    int start = 0;
    while (true) {
      int dot = name.indexOf('.', start);
      int end = dot < 0 ? name.length() : dot;
      if (!isLabel(name, start, end)) {
        return false;
      }
      if (dot < 0) {
        return true;
      }
      start = dot + 1;
    }
  }

  private static boolean isLabel(String name, int start, int end) {
    if (start == end || name.charAt(start) == '-' || name.charAt(end - 1) == '-') {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = name.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
        return false;
      }
    }
    return true;
  }
}
