package dev.plimsoll.conformance;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces functions that give another result each time by ones that do not and take the same
 * arguments, in every template and in every text of values that may be one.
 */
final class RandomMask {

  private static final String PAIR = "dict \"Cert\" \"a certificate\" \"Key\" \"a key\"";

  private static final Map<String, String> REPLACEMENTS =
      Map.ofEntries(
          Map.entry("randAlphaNum", "toString"),
          Map.entry("randAlpha", "toString"),
          Map.entry("randNumeric", "toString"),
          Map.entry("randAscii", "toString"),
          Map.entry("randBytes", "toString"),
          Map.entry("randInt", "add"),
          Map.entry("shuffle", "toString"),
          Map.entry("uuidv4", "\"6ba7b810-9dad-41d1-80b4-00c04fd430c8\""),
          Map.entry("now", "(toDate \"2006-01-02\" \"2020-02-02\")"),
          Map.entry("ago", "date \"2006-01-02\""),
          Map.entry("bcrypt", "sha256sum"),
          Map.entry("htpasswd", "printf \"%s:%s\""),
          Map.entry("encryptAES", "printf \"%s:%s\""),
          Map.entry("genPrivateKey", "toString"),
          Map.entry("genCA", PAIR),
          Map.entry("genCAWithKey", PAIR),
          Map.entry("genSelfSignedCert", PAIR),
          Map.entry("genSelfSignedCertWithKey", PAIR),
          Map.entry("genSignedCert", PAIR),
          Map.entry("genSignedCertWithKey", PAIR));

  private static final Pattern ACTION = Pattern.compile("\\{\\{.*?\\}\\}", Pattern.DOTALL);

  /** Texts and comments, which stay; or a word that is no field, variable or part of one. */
  private static final Pattern WORD =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|/\\*.*?\\*/|(?<![.\\w$])[A-Za-z]\\w*", Pattern.DOTALL);

  private RandomMask() {}

  /** Masks a chart in place, with the charts inside it. */
  static void apply(Path chart) throws IOException {
    Archives.unpack(chart);
    List<Path> files;
    try (Stream<Path> all = Files.walk(chart)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      try {
        String text = Files.readString(file);
        String masked = mask(text);
        if (!masked.equals(text)) {
          Files.writeString(file, masked);
        }
      } catch (MalformedInputException e) {
        // No text, and so no template.
      }
    }
  }

  static String mask(String text) {
    return ACTION
        .matcher(text)
        .replaceAll(action -> Matcher.quoteReplacement(inAction(action.group())));
  }

  private static String inAction(String action) {
    return WORD.matcher(action)
        .replaceAll(word ->
            Matcher.quoteReplacement(REPLACEMENTS.getOrDefault(word.group(), word.group())));
  }
}
