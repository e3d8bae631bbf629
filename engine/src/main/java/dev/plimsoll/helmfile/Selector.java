package dev.plimsoll.helmfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One {@code -l}: labels that a release must have and labels that it must not have ({@code
 * release_filters.go}).
 */
public record Selector(List<Term> terms) {

  private static final String WORD = "[a-zA-Z0-9_./+-]+";
  private static final Pattern UNEQUAL = Pattern.compile(WORD + "!=" + WORD);
  private static final Pattern EQUAL = Pattern.compile(WORD + "=" + WORD);

  /** {@code key=value} or {@code key!=value}. */
  public record Term(String key, String value, boolean isEqual) {}

  public Selector {
    terms = List.copyOf(terms);
  }

  /** Reads {@code tier=backend,name!=cache}; empty if it is malformed. */
  public static Optional<Selector> parse(String text) {
    List<Term> terms = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      boolean isUnequal = UNEQUAL.matcher(part).matches();
      if (!isUnequal && !EQUAL.matcher(part).matches()) {
        return Optional.empty();
      }
      String sign = isUnequal ? "!=" : "=";
      int at = part.indexOf(sign);
      terms.add(new Term(part.substring(0, at), part.substring(at + sign.length()), !isUnequal));
    }
    return Optional.of(new Selector(terms));
  }

  /** Whether a release with these labels is meant. */
  public boolean matches(Map<String, String> labels) {
    for (Term term : terms) {
      String value = labels.get(term.key);
      if (term.isEqual ? !term.value.equals(value) : term.value.equals(value)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a release can be meant by both. */
  boolean isCompatible(Selector other) {
    for (Term term : terms) {
      for (Term that : other.terms) {
        if (term.isEqual
            && that.isEqual
            && term.key.equals(that.key)
            && !term.value.equals(that.value)) {
          return false;
        }
      }
    }
    return true;
  }
}
