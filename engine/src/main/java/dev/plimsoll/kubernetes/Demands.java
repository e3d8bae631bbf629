package dev.plimsoll.kubernetes;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.manifest.Quantity;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The demands that many fields share. Whatever has the wrong type has been said before. */
final class Demands {

  private static final Pattern PERCENT = Pattern.compile("[0-9]+%");
  private static final int LARGEST_PORT = 65_535;

  private final Consumer<Violation> sink;
  private final int minor;

  /**
   * @param minor the minor version of Kubernetes 1 that judges
   */
  Demands(int minor, Consumer<Violation> sink) {
    this.minor = minor;
    this.sink = sink;
  }

  /** Whether the server is of a version or a later one. */
  boolean isSince(int version) {
    return minor >= version;
  }

  void report(Violation violation) {
    sink.accept(violation);
  }

  void report(RuleId rule, Part part, String message) {
    sink.accept(Violation.at(rule, part, message));
  }

  /** A value that Kubernetes refuses, with what it takes. */
  void invalid(Part part, String problem) {
    report(ObjectRules.INVALID_VALUE, part, "`%s` %s.".formatted(part.path(), problem));
  }

  /** A field that must be there, where OpenAPI does not say so. */
  void require(Part parent, String field) {
    if (!parent.has(field) || isEmptyText(parent, field)) {
      missing(parent, field);
    }
  }

  /** A text that must not be empty, where OpenAPI says that it must be there. */
  void requireText(Part parent, String field) {
    if (isEmptyText(parent, field)) {
      missing(parent, field);
    }
  }

  private static boolean isEmptyText(Part parent, String field) {
    return parent.get(field).flatMap(Part::text).filter(String::isEmpty).isPresent();
  }

  void missing(Part parent, String field) {
    sink.accept(
        parent
            .get(field)
            .map(part ->
                Violation.at(
                    ObjectRules.MISSING_FIELD,
                    part,
                    "`%s` is empty, so Kubernetes refuses the object.".formatted(part.path())))
            .orElseGet(() ->
                Violation.missing(
                    ObjectRules.MISSING_FIELD,
                    parent,
                    field,
                    "`%s` is missing, so Kubernetes refuses the object."
                        .formatted(parent.path(field)))));
  }

  void range(Part parent, String field, long smallest, long largest) {
    parent
        .integer(field)
        .filter(value -> value < smallest || value > largest)
        .ifPresent(_ ->
            invalid(
                parent.get(field).orElseThrow(),
                largest == Long.MAX_VALUE
                    ? "must be at least " + smallest
                    : "must be between " + smallest + " and " + largest));
  }

  void notNegative(Part parent, String... fields) {
    for (String field : fields) {
      range(parent, field, 0, Long.MAX_VALUE);
    }
  }

  void supported(Part parent, String field, String... allowed) {
    parent
        .text(field)
        .filter(text -> !List.of(allowed).contains(text))
        .ifPresent(text ->
            sink.accept(
                ScalarCheck.unsupported(parent.get(field).orElseThrow(), text, List.of(allowed))));
  }

  /** The number of a port. */
  void port(Part parent, String field) {
    parent.get(field).ifPresent(this::portNumber);
  }

  private void portNumber(Part part) {
    part.integer()
        .filter(number -> number < 1 || number > LARGEST_PORT)
        .ifPresent(_ ->
            report(
                ObjectRules.INVALID_PORT,
                part,
                "`%s` takes a port from 1 to 65535.".formatted(part.path())));
  }

  /** The number or the name of a port. */
  void portOrName(Part parent, String field) {
    parent
        .get(field)
        .ifPresent(part -> {
          portNumber(part);
          part.text().flatMap(Names::portName).ifPresent(problem -> badPort(part, problem));
        });
  }

  void badPort(Part part, String problem) {
    report(
        ObjectRules.INVALID_PORT,
        part,
        "The port `%s` is neither a number nor a name that Kubernetes takes: a name %s."
            .formatted(ScalarCheck.shown(part.text().orElse("")), problem));
  }

  /** A name of some form. */
  void name(Part parent, String field, Function<String, Optional<String>> form) {
    parent
        .text(field)
        .flatMap(form)
        .ifPresent(problem ->
            invalid(
                parent.get(field).orElseThrow(),
                "is `%s`, but %s".formatted(shown(parent, field), problem)));
  }

  private static String shown(Part parent, String field) {
    return ScalarCheck.shown(parent.text(field, ""));
  }

  /** What is wrong with the name of a Service; its first letter may be a digit since 1.36. */
  Optional<String> serviceName(String name) {
    return isSince(36) ? Names.dnsLabel(name) : Names.dnsLabel1035(name);
  }

  /** A number, or a share in percent. */
  void share(Part parent, String field) {
    parent
        .get(field)
        .ifPresent(part -> {
          if (part.text().filter(text -> !PERCENT.matcher(text).matches()).isPresent()) {
            invalid(part, "takes a whole number or a percentage such as `25%`");
          } else if (part.integer().filter(number -> number < 0).isPresent()) {
            invalid(part, "must be at least 0");
          }
        });
  }

  /** The same with all at most. */
  void shareOfAll(Part parent, String field) {
    share(parent, field);
    parent
        .get(field)
        .filter(part -> percent(part).filter(share -> share > 100).isPresent())
        .ifPresent(part -> invalid(part, "must be at most 100%"));
  }

  static Optional<Integer> percent(Part part) {
    return part.text()
        .filter(text -> PERCENT.matcher(text).matches() && text.length() < 8)
        .map(text -> Integer.parseInt(text.substring(0, text.length() - 1)));
  }

  /** Whether a number or share is there and nothing. */
  static boolean isZero(Part part) {
    return part.integer().filter(number -> number == 0).isPresent()
        || percent(part).filter(share -> share == 0).isPresent();
  }

  /** An IP address. */
  void address(Part part) {
    part.text()
        .filter(text -> !Addresses.isAddress(text))
        .ifPresent(_ -> invalid(part, "takes an IP address"));
  }

  /** At most one of several fields. Gives those that are there. */
  List<Part> atMostOne(Part parent, Collection<String> fields, String what) {
    List<Part> there = fields.stream().flatMap(name -> parent.get(name).stream()).toList();
    if (there.size() > 1) {
      Part second = there.get(1);
      sink.accept(
          Violation.atKey(
              ObjectRules.CONFLICTING_FIELDS,
              second,
              "`%s` has %s: `%s` and `%s` exclude each other."
                  .formatted(
                      second
                          .path()
                          .substring(
                              0, Math.max(0, second.path().length() - second.name().length() - 1)),
                      what,
                      there.getFirst().name(),
                      second.name())));
    }
    return there;
  }

  /** Exactly one of several fields. */
  void exactlyOne(Part parent, Collection<String> fields, String what) {
    if (atMostOne(parent, fields, "more than one " + what).isEmpty()) {
      sink.accept(
          Violation.missing(
              ObjectRules.MISSING_FIELD,
              parent,
              fields.iterator().next(),
              "`%s` needs one of %s."
                  .formatted(parent.path(), ScalarCheck.choice(List.copyOf(fields)))));
    }
  }

  /** Items whose texts must differ. */
  void distinct(List<Part> items, String field, String what) {
    Set<String> seen = new HashSet<>();
    for (Part item : items) {
      item.text(field)
          .filter(text -> !seen.add(text))
          .ifPresent(text -> duplicate(item.get(field).orElseThrow(), what, text));
    }
  }

  void duplicate(Part part, String what, String text) {
    report(
        ObjectRules.DUPLICATE_ITEM,
        part,
        "There are two %s `%s`, so Kubernetes refuses the object."
            .formatted(what, ScalarCheck.shown(text)));
  }

  /** A selector of the form that has {@code matchLabels} and {@code matchExpressions}. */
  void selector(Part selector) {
    selector.get("matchLabels").ifPresent(this::labels);
    for (Part expression : selector.list("matchExpressions")) {
      requireText(expression, "key");
      expression
          .text("key")
          .flatMap(Names::qualifiedName)
          .ifPresent(problem -> badLabel(expression.get("key").orElseThrow(), problem));
      supported(expression, "operator", "In", "NotIn", "Exists", "DoesNotExist");
      String operator = expression.text("operator", "");
      boolean hasValues = !expression.list("values").isEmpty();
      if (Set.of("In", "NotIn").contains(operator) && !hasValues) {
        missing(expression, "values");
      } else if (Set.of("Exists", "DoesNotExist").contains(operator) && hasValues) {
        invalid(expression.get("values").orElseThrow(), "must not be set for `" + operator + "`");
      }
      for (Part value : expression.list("values")) {
        value.text().flatMap(Names::labelValue).ifPresent(problem -> badLabel(value, problem));
      }
    }
  }

  /** Labels: keys and values. */
  void labels(Part labels) {
    for (Part label : labels.fields().values()) {
      Optional<String> ofKey = Names.qualifiedName(label.name());
      if (ofKey.isPresent()) {
        badKey(label, ofKey.get());
      }
      Optional<String> ofValue = label.text().flatMap(Names::labelValue);
      if (ofValue.isPresent()) {
        badLabel(label, ofValue.get());
      }
    }
  }

  void badKey(Part label, String problem) {
    sink.accept(
        Violation.atKey(
            ObjectRules.INVALID_LABEL,
            label,
            "Kubernetes refuses the key `%s`: it %s."
                .formatted(ScalarCheck.shown(label.name()), problem)));
  }

  private void badLabel(Part part, String problem) {
    report(
        ObjectRules.INVALID_LABEL,
        part,
        "Kubernetes refuses `%s` at `%s`: it %s."
            .formatted(ScalarCheck.shown(part.text().orElse("")), part.path(), problem));
  }

  /** An amount that must not be negative. */
  Optional<BigDecimal> amount(Part part) {
    Optional<BigDecimal> amount =
        part.json().flatMap(text -> Quantity.parse(text.strip())).map(Quantity::value);
    if (amount.filter(number -> number.signum() < 0).isPresent()) {
      report(
          ObjectRules.INVALID_QUANTITY, part, "`%s` must not be negative.".formatted(part.path()));
    }
    return amount;
  }

  /** The labels that a map holds, as texts. */
  static Map<String, String> texts(Part map) {
    Map<String, String> texts = new java.util.LinkedHashMap<>();
    map.fields().forEach((name, part) -> part.text().ifPresent(text -> texts.put(name, text)));
    return texts;
  }
}
