package dev.plimsoll.values;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The order of keys in YAML that go-yaml writes ({@code sorter.go}): numbers by their value. */
public final class YamlKeyOrder {

  private YamlKeyOrder() {}

  /**
   * Sorts keys. Go's rule is no total order for some odd keys, which Java's sort would refuse, so
   * each key is put in its place among those before it.
   */
  public static List<String> sorted(Collection<String> keys, YamlDialect dialect) {
    List<String> sorted = new ArrayList<>(keys.size());
    for (String key : keys) {
      int low = 0;
      int high = sorted.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (isLess(key, sorted.get(middle), dialect)) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      sorted.add(low, key);
    }
    return sorted;
  }

  private static boolean isLess(String one, String other, YamlDialect dialect) {
    int equal = 0;
    int shorter = Math.min(one.length(), other.length());
    while (equal < shorter && one.charAt(equal) == other.charAt(equal)) {
      equal++;
    }
    if (equal < shorter && isPlain(one.charAt(equal)) && isPlain(other.charAt(equal))) {
      return one.charAt(equal) < other.charAt(equal);
    }
    return isLessByRule(one, other, dialect);
  }

  /** Whether Go's rule is that of bytes for this character: nearly all that keys differ in. */
  private static boolean isPlain(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  }

  private static boolean isLessByRule(String one, String other, YamlDialect dialect) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    int i = 0;
    while (i < a.length && i < b.length && a[i] == b[i]) {
      i++;
    }
    if (i == a.length || i == b.length) {
      return a.length < b.length;
    }
    boolean letterA = Character.isLetter(a[i]);
    boolean letterB = Character.isLetter(b[i]);
    if (letterA && letterB) {
      return a[i] < b[i];
    }
    if (letterA || letterB) {
      // For v3 a letter behind a digit ends the number, which makes it the smaller one.
      boolean endsNumber = dialect == YamlDialect.V3 && i > 0 && Character.isDigit(a[i - 1]);
      return endsNumber ? letterA : letterB;
    }
    return isLessNumber(a, b, i);
  }

  private static boolean isLessNumber(int[] a, int[] b, int from) {
    // A zero inside a number counts; leading ones do not.
    long start = (a[from] == '0' || b[from] == '0') && isInsideNumber(a, from) ? 1 : 0;
    int endA = digitsEnd(a, from);
    int endB = digitsEnd(b, from);
    long numberA = number(start, a, from, endA);
    long numberB = number(start, b, from, endB);
    if (numberA != numberB) {
      return numberA < numberB;
    }
    return endA != endB ? endA < endB : a[from] < b[from];
  }

  private static boolean isInsideNumber(int[] text, int from) {
    for (int i = from - 1; i >= 0 && Character.isDigit(text[i]); i--) {
      if (text[i] != '0') {
        return true;
      }
    }
    return false;
  }

  private static int digitsEnd(int[] text, int from) {
    int end = from;
    while (end < text.length && Character.isDigit(text[end])) {
      end++;
    }
    return end;
  }

  private static long number(long start, int[] text, int from, int end) {
    long number = start;
    for (int i = from; i < end; i++) {
      number = number * 10 + (text[i] - '0');
    }
    return number;
  }
}
