package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.CelOptional;
import dev.plimsoll.cel.value.ListValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Formats of names. */
final class Formats implements Library {

  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String OLD_LABEL = "[a-z]([-a-z0-9]*[a-z0-9])?";
  private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
  private static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

  private static final Pattern DNS_LABEL = Pattern.compile(LABEL);
  private static final Pattern DNS_OLD_LABEL = Pattern.compile(OLD_LABEL);
  private static final Pattern DNS_SUBDOMAIN =
      Pattern.compile("[a-z0-9]++(?:-++[a-z0-9]++)*+(?:\\.[a-z0-9]++(?:-++[a-z0-9]++)*+)*+");
  private static final Pattern QUALIFIED = Pattern.compile(NAME);
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");

  private static final String CONSIST = " must consist of ";
  private static final String LABEL_TEXT =
      "a lowercase RFC 1123 label"
          + CONSIST
          + "lower case alphanumeric characters or '-',"
          + " and must start and end with an alphanumeric character";
  private static final String OLD_LABEL_TEXT =
      "a DNS-1035 label"
          + CONSIST
          + "lower case alphanumeric characters or '-',"
          + " start with an alphabetic character, and end with an alphanumeric character";
  private static final String SUBDOMAIN_TEXT =
      "a lowercase RFC 1123 subdomain"
          + CONSIST
          + "lower case alphanumeric characters, '-' or '.',"
          + " and must start and end with an alphanumeric character";
  private static final String NAME_CHARACTERS =
      "alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric"
          + " character";

  @Override
  public Object call(String function, Object[] arguments) {
    if (function.equals("format.named")) {
      return arguments[0] instanceof String name
          ? CelOptional.ofNullable(NamedFormat.of(name))
          : noOverload(function, arguments);
    }
    if (!function.equals("validate")) {
      NamedFormat format = NamedFormat.of(function.substring("format.".length()));
      return format == null ? noOverload(function, arguments) : format;
    }
    if (!(arguments[0] instanceof NamedFormat format) || !(arguments[1] instanceof String text)) {
      return noOverload(function, arguments);
    }
    List<Object> problems = new ArrayList<>();
    validate(format.name(), text, problems);
    return problems.isEmpty() ? CelOptional.NONE : CelOptional.of(ListValue.of(problems));
  }

  private static Object noOverload(String function, Object[] arguments) {
    throw CelFailure.noOverload(function, arguments);
  }

  private static void validate(String format, String text, List<Object> problems) {
    switch (format) {
      case "dns1123Label" -> label(text, problems);
      case "dns1123LabelPrefix" -> label(unmasked(text), problems);
      case "dns1035Label" -> oldLabel(text, problems);
      case "dns1035LabelPrefix" -> oldLabel(unmasked(text), problems);
      case "dns1123Subdomain" -> subdomain(text, problems);
      case "dns1123SubdomainPrefix" -> subdomain(unmasked(text), problems);
      case "qualifiedName" -> qualifiedName(text, problems);
      case "labelValue" -> labelValue(text, problems);
      default -> validateOther(format, text, problems);
    }
  }

  private static void validateOther(String format, String text, List<Object> problems) {
    switch (format) {
      case "uri" -> {
        if (new Urls().call("isURL", new Object[] {text}).equals(false)) {
          problems.add("invalid URI for request");
        }
      }
      case "uuid" -> {
        if (!UUID.matcher(text).matches()) {
          problems.add("does not match the UUID format");
        }
      }
      case "byte" -> {
        if (!isBase64(text)) {
          problems.add("invalid base64");
        }
      }
      case "date" -> {
        if (!isDate(text)) {
          problems.add("invalid date");
        }
      }
      default -> {
        if (!isDateTime(text)) {
          problems.add("invalid datetime");
        }
      }
    }
  }

  /** A prefix may end with the hyphen in front of what is generated. */
  private static String unmasked(String text) {
    return text.length() > 1 && text.endsWith("-")
        ? text.substring(0, text.length() - 2) + "a"
        : text;
  }

  private static void label(String text, List<Object> problems) {
    tooLong(text, 63, problems);
    if (!DNS_LABEL.matcher(text).matches()) {
      problems.add(
          DNS_SUBDOMAIN.matcher(text).matches()
              ? "must not contain dots"
              : regex(LABEL_TEXT, LABEL, "my-name", "123-abc"));
    }
  }

  private static void oldLabel(String text, List<Object> problems) {
    tooLong(text, 63, problems);
    if (!DNS_OLD_LABEL.matcher(text).matches()) {
      problems.add(regex(OLD_LABEL_TEXT, OLD_LABEL, "my-name", "abc-123"));
    }
  }

  private static void subdomain(String text, List<Object> problems) {
    tooLong(text, 253, problems);
    if (!DNS_SUBDOMAIN.matcher(text).matches()) {
      problems.add(regex(SUBDOMAIN_TEXT, SUBDOMAIN, "example.com"));
    }
  }

  private static void qualifiedName(String text, List<Object> problems) {
    String[] parts = text.split("/", -1);
    if (parts.length > 2) {
      problems.add(
          regex(
                  "a qualified name" + CONSIST + NAME_CHARACTERS,
                  NAME,
                  "MyName",
                  "my.name",
                  "123-abc")
              + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
      return;
    }
    if (parts.length == 2) {
      if (parts[0].isEmpty()) {
        problems.add("prefix part must be non-empty");
      } else {
        List<Object> inPrefix = new ArrayList<>();
        subdomain(parts[0], inPrefix);
        inPrefix.forEach(problem -> problems.add("prefix part " + problem));
      }
    }
    String name = parts[parts.length - 1];
    if (name.isEmpty()) {
      problems.add("name part must be non-empty");
    } else if (name.length() > 63) {
      problems.add("name part must be no more than 63 characters");
    }
    if (!QUALIFIED.matcher(name).matches()) {
      problems.add(
          "name part "
              + regex(
                  CONSIST.strip() + " " + NAME_CHARACTERS, NAME, "MyName", "my.name", "123-abc"));
    }
  }

  private static void labelValue(String text, List<Object> problems) {
    tooLong(text, 63, problems);
    if (!text.isEmpty() && !QUALIFIED.matcher(text).matches()) {
      problems.add(
          regex(
              "a valid label must be an empty string or consist of " + NAME_CHARACTERS,
              "(" + NAME + ")?",
              "MyValue",
              "my_value",
              "12345"));
    }
  }

  private static void tooLong(String text, int most, List<Object> problems) {
    if (text.length() > most) {
      problems.add("must be no more than " + most + " characters");
    }
  }

  private static String regex(String text, String regex, String... examples) {
    StringBuilder message = new StringBuilder(text).append(" (e.g. ");
    for (int i = 0; i < examples.length; i++) {
      message.append(i == 0 ? "" : " or ").append('\'').append(examples[i]).append("', ");
    }
    return message.append("regex used for validation is '").append(regex).append("')").toString();
  }

  private static boolean isBase64(String text) {
    try {
      return !text.isEmpty()
          && text.length() % 4 == 0
          && Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean isDate(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text).getYear() >= 0;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static boolean isDateTime(String text) {
    return Times.parseTimestamp(text.toUpperCase(Locale.ROOT)) != null;
  }
}
