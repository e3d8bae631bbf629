package dev.plimsoll.rules.secrets;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges texts by their form: what refers to a secret, what only stands for one, what is one. */
final class SecretText {

  /** Forms that issuers give their secrets, so that no key is needed to know them. */
  private static final List<Pattern> ISSUED =
      List.of(
          Pattern.compile("\\bA(?:KIA|SIA)[0-9A-Z]{16}\\b"),
          Pattern.compile("\\bgh[oprsu]_[A-Za-z0-9]{36,}\\b"),
          Pattern.compile("\\bgithub_pat_[A-Za-z0-9_]{50,}\\b"),
          Pattern.compile("\\bglpat-[A-Za-z0-9_-]{20,}"),
          Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{20,}"),
          Pattern.compile("\\b[rs]k_live_[A-Za-z0-9]{20,}"),
          Pattern.compile("\\bAIza[0-9A-Za-z_-]{35}\\b"),
          Pattern.compile("\\bnpm_[A-Za-z0-9]{36}\\b"),
          Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
          Pattern.compile("-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----\\s+[A-Za-z0-9+/=\\s]{100,}"));

  /** The shortest text that has one of those forms. */
  private static final int SHORTEST_ISSUED = 20;

  private static final Pattern URL_PASSWORD =
      Pattern.compile("[a-z][a-z0-9+.-]*://[^\\s/:@]*:([^\\s/@]+)@");

  private static final Pattern REFERENCE =
      Pattern.compile(
          "ref\\+.*|\\$\\{.*|\\$\\(.*|\\$[A-Za-z_]\\w*|%\\{.*|ENC\\[.*|[a-z]+://[^@]*|vault:.*|arn:.*"
              + "|/[\\w./-]*|env:.*|file:.*",
          Pattern.DOTALL);

  /** A hash of a password: not the password. */
  private static final Pattern HASH =
      Pattern.compile("\\$(?:2[aby]|5|6|y|argon2\\w*)\\$.*|\\{\\w+\\}.*");

  private static final Pattern BLANK_FORM =
      Pattern.compile("[<\\[({].*[>\\])}]|[*xX.?_-]+|(?i:todo|tbd|n/?a|none|null|nil|fixme)");

  /** Names of variables, and lower-case words joined as names of objects are. */
  private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*");

  private static final Pattern NAME =
      Pattern.compile("[a-z]+\\d{0,2}(?:[-_./:][a-z]*\\d{0,2})*", Pattern.CASE_INSENSITIVE);

  private static final Pattern PLACEHOLDER_WORD =
      Pattern.compile(
          "change.?(?:me|it|this)|replace|placeholder|example|sample|dummy|insert|your.?|fake|redacted"
              + "|secret|passw|admin|default|foobar|foo|test|demo|user|root|enter|abcdef|12345",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern STRONG_PLACEHOLDER =
      Pattern.compile(
          "(?:please.?)?(?:replace|insert|put|enter|set)[-_ .]?(?:me|this|here|your|with).*|your[-_ ].*"
              + "|placeholder.*|redacted.*",
          Pattern.CASE_INSENSITIVE);

  private static final int SHORTEST_RANDOM = 8;
  private static final double RANDOM_BITS_PER_CHARACTER = 3.0;

  private SecretText() {}

  /** Whether the text only says where a secret is: a reference, a template, a path, a hash. */
  static boolean isReference(String text) {
    return text.contains("{{") || REFERENCE.matcher(text).matches() || HASH.matcher(text).matches();
  }

  /** Whether the text says by its form that something else is to be put in its place. */
  static boolean isBlank(String text) {
    String stripped = text.strip();
    return stripped.isEmpty()
        || BLANK_FORM.matcher(stripped).matches()
        || STRONG_PLACEHOLDER.matcher(stripped).matches();
  }

  /** Whether the text is one that examples use. */
  static boolean isExample(String text) {
    return isBlank(text) || PLACEHOLDER_WORD.matcher(text).find();
  }

  /** Whether an issuer's form tells that this is a secret. */
  static boolean isIssued(String text) {
    return text.length() >= SHORTEST_ISSUED
        && !text.toLowerCase(Locale.ROOT).contains("example")
        && ISSUED.stream().anyMatch(form -> form.matcher(text).find());
  }

  /** The password inside a URL; empty if there is none. */
  static String urlPassword(String text) {
    if (!text.contains("://")) {
      return "";
    }
    Matcher matcher = URL_PASSWORD.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  /** Whether the text looks drawn at random: mixed letters and digits, and no name of anything. */
  static boolean isRandom(String text) {
    boolean isWord =
        text.length() < SHORTEST_RANDOM || text.chars().anyMatch(Character::isWhitespace);
    if (isWord || VARIABLE.matcher(text).matches() || NAME.matcher(text).matches()) {
      return false;
    }
    return text.chars().anyMatch(Character::isDigit)
        && text.chars().anyMatch(Character::isLetter)
        && bitsPerCharacter(text) >= RANDOM_BITS_PER_CHARACTER;
  }

  /** Shannon's entropy of the characters of a text. */
  private static double bitsPerCharacter(String text) {
    Map<Integer, Integer> counts = new HashMap<>();
    text.codePoints().forEach(c -> counts.merge(c, 1, Integer::sum));
    double length = text.codePointCount(0, text.length());
    double bits = 0;
    for (int count : counts.values()) {
      double share = count / length;
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits;
  }
}
