package dev.plimsoll.chart;

/** IP addresses as text, as Go's {@code net/netip} reads them. */
public final class IpText {

  private IpText() {}

  /** Whether it is an address such as {@code 192.0.2.1}. */
  public static boolean isV4(String text) {
    String[] groups = text.split("\\.", -1);
    if (groups.length != 4) {
      return false;
    }
    for (String group : groups) {
      // Go's Atoi takes a sign, which the range then bounds.
      String digits = group.matches("[+-].*") ? group.substring(1) : group;
      boolean zeros = group.length() > 1 && group.charAt(0) == '0';
      if (zeros || !digits.matches("[0-9]{1,18}") || Long.parseLong(digits) > 255) {
        return false;
      }
      if (group.startsWith("-") && Long.parseLong(digits) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is an address such as {@code 2001:db8::1}, without a zone. */
  public static boolean isV6(String text) {
    if (!text.contains(":") || text.contains("%")) {
      return false;
    }
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text, true) == 8;
    }
    String before = text.substring(0, gap);
    String after = text.substring(gap + 2);
    int left = before.isEmpty() ? 0 : groups(before, false);
    int right = after.isEmpty() ? 0 : groups(after, true);
    return left >= 0 && right >= 0 && left + right < 8;
  }

  /** How many groups of 16 bits {@code text} has; -1 if it is malformed. */
  private static int groups(String text, boolean mayEndInV4) {
    String[] groups = text.split(":", -1);
    int count = 0;
    for (int i = 0; i < groups.length; i++) {
      boolean last = i == groups.length - 1;
      if (groups[i].matches("[0-9a-fA-F]{1,4}")) {
        count++;
      } else if (last && mayEndInV4 && groups[i].matches("[0-9.]+") && isV4(groups[i])) {
        count += 2;
      } else {
        return -1;
      }
    }
    return count;
  }
}
