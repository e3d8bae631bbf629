package dev.plimsoll.kubernetes;

import java.util.Optional;
import java.util.regex.Pattern;

/** The forms of names that Kubernetes takes: {@code k8s.io/apimachinery/pkg/util/validation}. */
final class Names {

  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_SUBDOMAIN = 253;
  private static final int LONGEST_PORT = 15;

  private static final String LABEL = "[a-z0-9](?:[-a-z0-9]*+(?<=[a-z0-9]))?";
  private static final Pattern DNS_LABEL = Pattern.compile(LABEL);
  private static final Pattern DNS_LABEL_1035 =
      Pattern.compile("[a-z](?:[-a-z0-9]*+(?<=[a-z0-9]))?");
  private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*+");
  private static final Pattern WORD =
      Pattern.compile("[A-Za-z0-9](?:[-A-Za-z0-9_.]*+(?<=[A-Za-z0-9]))?");
  private static final Pattern PORT_CHARACTERS = Pattern.compile("[-a-z0-9]+");
  private static final Pattern KEY_CHARACTERS = Pattern.compile("[-._a-zA-Z0-9]+");
  private static final Pattern ENV_CHARACTERS = Pattern.compile("[ -<>-~]+");

  private static final Pattern PLAIN_ENV = Pattern.compile("[-._a-zA-Z][-._a-zA-Z0-9]*");

  private Names() {}

  /** What is wrong with a name of the form of a DNS label; empty if nothing is. */
  static Optional<String> dnsLabel(String name) {
    return isOf(DNS_LABEL, name, LONGEST_LABEL)
        ? Optional.empty()
        : Optional.of(
            "takes at most 63 lower-case letters, digits and hyphens, with a letter or digit at"
                + " both ends");
  }

  /** The same with a letter at the beginning. */
  static Optional<String> dnsLabel1035(String name) {
    return isOf(DNS_LABEL_1035, name, LONGEST_LABEL)
        ? Optional.empty()
        : Optional.of(
            "takes at most 63 lower-case letters, digits and hyphens, with a letter at the"
                + " beginning and a letter or digit at the end");
  }

  /** What is wrong with a name of the form of a DNS subdomain; empty if nothing is. */
  static Optional<String> dnsSubdomain(String name) {
    return isOf(SUBDOMAIN, name, LONGEST_SUBDOMAIN)
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
    boolean isPrefixed = slash < 0 || isOf(SUBDOMAIN, prefix, LONGEST_SUBDOMAIN);
    return isPrefixed && isOf(WORD, word, LONGEST_LABEL)
        ? Optional.empty()
        : Optional.of(
            "takes at most 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both"
                + " ends, and at most a DNS name and `/` in front of them");
  }

  /** What is wrong with the value of a label; empty if nothing is. */
  static Optional<String> labelValue(String value) {
    return value.isEmpty() || isOf(WORD, value, LONGEST_LABEL)
        ? Optional.empty()
        : Optional.of(
            "takes at most 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both"
                + " ends");
  }

  /** What is wrong with the name of a port of a container; empty if nothing is. */
  static Optional<String> portName(String name) {
    boolean isPort =
        isOf(PORT_CHARACTERS, name, LONGEST_PORT)
            && name.chars().anyMatch(letter -> letter >= 'a' && letter <= 'z')
            && !name.contains("--")
            && !name.startsWith("-")
            && !name.endsWith("-");
    return isPort
        ? Optional.empty()
        : Optional.of(
            "takes at most 15 lower-case letters, digits and single hyphens between them, with a"
                + " letter at least");
  }

  /** What is wrong with a key of a ConfigMap or Secret; empty if nothing is. */
  static Optional<String> dataKey(String name) {
    boolean isKey =
        isOf(KEY_CHARACTERS, name, LONGEST_SUBDOMAIN)
            && !name.equals(".")
            && !name.startsWith("..");
    return isKey
        ? Optional.empty()
        : Optional.of("takes at most 253 letters, digits, `-`, `_` and `.`");
  }

  /** What is wrong with the name of a variable; empty if nothing is. */
  static Optional<String> variable(String name) {
    return ENV_CHARACTERS.matcher(name).matches()
        ? Optional.empty()
        : Optional.of("takes printable ASCII characters without `=`");
  }

  /** The same before Kubernetes 1.32. */
  static Optional<String> plainVariable(String name) {
    boolean isVariable =
        PLAIN_ENV.matcher(name).matches() && !name.equals(".") && !name.startsWith("..");
    return isVariable
        ? Optional.empty()
        : Optional.of("takes letters, digits, `-`, `_` and `.`, with no digit at the beginning");
  }

  private static boolean isOf(Pattern form, String text, int longest) {
    return text.length() <= longest && form.matcher(text).matches();
  }
}
