package dev.plimsoll.helmfile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The order of keys in YAML that go-yaml v3 writes ({@code sorter.go}): numbers by their value. */
final class KeyOrder {

  private KeyOrder() {}

  /** Sorts keys. Go's rule is no total order, so each key is put in its place one by one. */
  static List<String> sorted(Collection<String> keys) {
    List<String> sorted = new ArrayList<>(keys.size());
    for (String key : keys) {
      int low = 0;
      int high = sorted.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (isLess(key, sorted.get(middle))) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      sorted.add(low, key);
    }
    return sorted;
  }

  private static boolean isLess(String one, String other) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    boolean digits = false;
    int i = 0;
    while (i < a.length && i < b.length && a[i] == b[i]) {
      digits = Character.isDigit(a[i]);
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
      return digits ? letterA : letterB;
    }
    return isLessNumber(a, b, i);
  }

  private static boolean isLessNumber(int[] a, int[] b, int from) {
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
