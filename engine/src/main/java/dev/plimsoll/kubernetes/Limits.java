package dev.plimsoll.kubernetes;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the definition of a custom resource demands of a value beyond its type.
 *
 * @param pattern a part of a text must match
 * @param format a name that the API server knows ({@code date-time}); empty if there is none
 * @param shortest the fewest characters, items or fields
 * @param longest the most characters, items or fields
 */
public record Limits(
    @Nullable Pattern pattern,
    String format,
    @Nullable BigDecimal smallest,
    @Nullable BigDecimal largest,
    boolean aboveSmallest,
    boolean belowLargest,
    long shortest,
    long longest) {

  /** Nothing is demanded. */
  static final Limits NONE = new Limits(null, "", null, null, false, false, 0, Long.MAX_VALUE);

  /** What is wrong with a text; empty if nothing is. */
  Optional<String> textProblem(String text) {
    Pattern form = pattern;
    long length = text.codePointCount(0, text.length());
    if (form != null && !form.matcher(text).find()) {
      return Optional.of("must match `" + form.pattern() + "`");
    }
    return sizeProblem(length, "characters");
  }

  /**
   * What is wrong with a number; empty if nothing is.
   *
   * @param text as {@link BigDecimal#BigDecimal(String)} takes it
   */
  Optional<String> numberProblem(String text) {
    if (smallest == null && largest == null) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text);
    if (smallest != null
        && (number.compareTo(smallest) < 0 || (aboveSmallest && number.compareTo(smallest) == 0))) {
      return Optional.of(
          (aboveSmallest ? "must be above " : "must be at least ") + smallest.toPlainString());
    }
    if (largest != null
        && (number.compareTo(largest) > 0 || (belowLargest && number.compareTo(largest) == 0))) {
      return Optional.of(
          (belowLargest ? "must be below " : "must be at most ") + largest.toPlainString());
    }
    return Optional.empty();
  }

  /** What is wrong with the size of something; empty if nothing is. */
  Optional<String> sizeProblem(long size, String what) {
    if (size < shortest) {
      return Optional.of("must have at least %d %s".formatted(shortest, what));
    }
    return size > longest
        ? Optional.of("must have at most %d %s".formatted(longest, what))
        : Optional.empty();
  }
}
