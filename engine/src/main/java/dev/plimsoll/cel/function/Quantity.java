package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelOpaque;
import dev.plimsoll.cel.value.CelType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount in the notation of Kubernetes ({@code 500m}, {@code 1.5Gi}).
 *
 * @param amount rounded away from zero to nano units
 * @param whole whether it is kept as an integer: {@code 1000m} is not
 */
record Quantity(BigDecimal amount, boolean whole) implements CelOpaque {

  static final CelType TYPE = new CelType("kubernetes.Quantity");

  private static final Pattern FORM =
      Pattern.compile(
          "([-+]?(?:[0-9]{1,100}(?:\\.[0-9]{0,100})?|\\.[0-9]{1,100}))"
              + "([KMGTPE]i|[numkMGTPE]|[eE][-+]?[0-9]{1,3})?");

  private static final int NANO = 9;

  /** The amount; null for text in another form. */
  static @Nullable Quantity parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String suffix = matcher.group(2) == null ? "" : matcher.group(2);
    String digits = matcher.group(1);
    BigDecimal number = new BigDecimal(digits.endsWith(".") ? digits + "0" : digits);
    BigDecimal amount = number.multiply(factor(suffix));
    if (amount.scale() > NANO) {
      amount = amount.setScale(NANO, RoundingMode.UP);
    }
    boolean whole = !"num".contains(suffix) || suffix.isEmpty();
    return new Quantity(amount, whole && amount.stripTrailingZeros().scale() <= 0);
  }

  private static BigDecimal factor(String suffix) {
    if (suffix.endsWith("i")) {
      return BigDecimal.valueOf(1L << (10 * ("KMGTPE".indexOf(suffix.charAt(0)) + 1)));
    }
    if (suffix.length() > 1) {
      return BigDecimal.ONE.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1)));
    }
    int power = suffix.isEmpty() ? 0 : 3 * ("num kMGTPE".indexOf(suffix) - 3);
    return BigDecimal.ONE.scaleByPowerOfTen(power);
  }

  /** The amount as an integer; null if it is none or does not fit. */
  @Nullable Long integer() {
    if (!whole || amount.precision() - amount.scale() > 19) {
      return null;
    }
    try {
      return amount.longValueExact();
    } catch (ArithmeticException _) {
      return null;
    }
  }

  Quantity plus(BigDecimal other) {
    BigDecimal sum = amount.add(other);
    return new Quantity(sum, sum.stripTrailingZeros().scale() <= 0);
  }

  @Override
  public CelType type() {
    return TYPE;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Quantity that && amount.compareTo(that.amount) == 0;
  }

  @Override
  public int hashCode() {
    return amount.stripTrailingZeros().hashCode();
  }
}
