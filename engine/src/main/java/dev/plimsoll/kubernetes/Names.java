package dev.plimsoll.kubernetes;

import java.util.Optional;

/**
 * The forms of names that Kubernetes takes: {@code k8s.io/apimachinery/pkg/util/validation}. Every
 * object has dozens of names, and regular expressions took a thirtieth of a large check for them.
 */
final class Names {

  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_SUBDOMAIN = 253;
  private static final int LONGEST_PORT = 15;

  private Names() {}

  /** What is wrong with a name of the form of a DNS label; empty if nothing is. */
  static Optional<String> dnsLabel(String name) {
    return name.length() <= LONGEST_LABEL && isLabel(name, 0, name.length())
        ? Optional.empty()
        : Optional.of(
            "takes at most 63 lower-case letters, digits and hyphens, with a letter or digit at"
                + " both ends");
  }

  /** The same with a letter at the beginning. */
  static Optional<String> dnsLabel1035(String name) {
    return name.length() <= LONGEST_LABEL
            && isLabel(name, 0, name.length())
            && isLower(name.charAt(0))
        ? Optional.empty()
        : Optional.of(
            "takes at most 63 lower-case letters, digits and hyphens, with a letter at the"
                + " beginning and a letter or digit at the end");
  }

  /** What is wrong with a name of the form of a DNS subdomain; empty if nothing is. */
  static Optional<String> dnsSubdomain(String name) {
    return isSubdomain(name)
        ? Optional.empty()
        : Optional.of(
            "takes at most 253 lower-case letters, digits, hyphens and dots, with a letter or digit"
                + " at both ends of each part");
  }

  /** What is wrong with the key of a label or annotation; empty if nothing is. */
  static Optional<String> qualifiedName(String name) {
    int slash = name.indexOf('/');
    String prefix = slash < 0 ? "" : name.substring(0, slash);
    String word = name.substring(slash + 1);
    boolean isPrefixed = slash < 0 || isSubdomain(prefix);
    return isPrefixed && isWord(word)
        ? Optional.empty()
        : Optional.of(
            "takes at most 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both"
                + " ends, and at most a DNS name and `/` in front of them");
  }

  /** What is wrong with the value of a label; empty if nothing is. */
  static Optional<String> labelValue(String value) {
    return value.isEmpty() || isWord(value)
        ? Optional.empty()
        : Optional.of(
            "takes at most 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both"
                + " ends");
  }

  /** What is wrong with the name of a port of a container; empty if nothing is. */
  static Optional<String> portName(String name) {
    boolean isPort =
        name.length() <= LONGEST_PORT
            && isLabel(name, 0, name.length())
            && name.chars().anyMatch(letter -> isLower((char) letter))
            && !name.contains("--");
    return isPort
        ? Optional.empty()
        : Optional.of(
            "takes at most 15 lower-case letters, digits and single hyphens between them, with a"
                + " letter at least");
  }

  /** What is wrong with a key of a ConfigMap or Secret; empty if nothing is. */
  static Optional<String> dataKey(String name) {
    boolean isKey =
        name.length() <= LONGEST_SUBDOMAIN
            && isOf(name, Names::isWordCharacter)
            && !name.equals(".")
            && !name.startsWith("..");
    return isKey
        ? Optional.empty()
        : Optional.of("takes at most 253 letters, digits, `-`, `_` and `.`");
  }

  /** What is wrong with the name of a variable; empty if nothing is. */
  static Optional<String> variable(String name) {
    return isOf(name, letter -> letter >= ' ' && letter <= '~' && letter != '=')
        ? Optional.empty()
        : Optional.of("takes printable ASCII characters without `=`");
  }

  /** The same before Kubernetes 1.32. */
  static Optional<String> plainVariable(String name) {
    boolean isVariable =
        isOf(name, Names::isWordCharacter)
            && !isDigit(name.charAt(0))
            && !name.equals(".")
            && !name.startsWith("..");
    return isVariable
        ? Optional.empty()
        : Optional.of("takes letters, digits, `-`, `_` and `.`, with no digit at the beginning");
  }

  private static boolean isSubdomain(String name) {
    int start = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
      if (!isLabel(name, start, dot)) {
        return false;
      }
      start = dot + 1;
    }
    return name.length() <= LONGEST_SUBDOMAIN && isLabel(name, start, name.length());
  }

  /**
   * Whether a part of a text is lower-case letters, digits and hyphens, with no hyphen at an end.
   */
  private static boolean isLabel(String text, int start, int end) {
    return isOf(text, start, end, Names::isLabelCharacter)
        && text.charAt(start) != '-'
        && text.charAt(end - 1) != '-';
  }

  /** Whether a text is a short one of letters, digits and other characters between them. */
  private static boolean isWord(String text) {
    return text.length() <= LONGEST_LABEL
        && isOf(text, Names::isWordCharacter)
        && isAlphanumeric(text.charAt(0))
        && isAlphanumeric(text.charAt(text.length() - 1));
  }

  /** Kinds of characters. */
  @FunctionalInterface
  private interface Letters {
    boolean has(char letter);
  }

  private static boolean isOf(String text, Letters letters) {
    return isOf(text, 0, text.length(), letters);
  }

  private static boolean isOf(String text, int start, int end, Letters letters) {
    for (int i = start; i < end; i++) {
      if (!letters.has(text.charAt(i))) {
        return false;
      }
    }
    return start < end;
  }

  private static boolean isLabelCharacter(char letter) {
    return isLower(letter) || isDigit(letter) || letter == '-';
  }

  private static boolean isWordCharacter(char letter) {
    return isAlphanumeric(letter) || letter == '-' || letter == '_' || letter == '.';
  }

  private static boolean isAlphanumeric(char letter) {
    return isLower(letter) || isDigit(letter) || (letter >= 'A' && letter <= 'Z');
  }

  private static boolean isLower(char letter) {
    return letter >= 'a' && letter <= 'z';
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }
}
