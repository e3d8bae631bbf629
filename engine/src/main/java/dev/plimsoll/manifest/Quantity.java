package dev.plimsoll.manifest;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of a resource: {@code resource.Quantity} of {@code k8s.io/apimachinery}.
 *
 * @param text as it is written
 * @param value in units (cores, bytes), exact
 */
public record Quantity(String text, BigDecimal value) implements Comparable<Quantity> {

  private static final Pattern FORM =
      Pattern.compile(
          "([+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40}))(?:([eE][+-]?\\d{1,3})|(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei))?");

  private static final Map<String, BigDecimal> SUFFIXES =
      Map.ofEntries(
          Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
          Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
          Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
          Map.entry("k", BigDecimal.ONE.movePointRight(3)),
          Map.entry("M", BigDecimal.ONE.movePointRight(6)),
          Map.entry("G", BigDecimal.ONE.movePointRight(9)),
          Map.entry("T", BigDecimal.ONE.movePointRight(12)),
          Map.entry("P", BigDecimal.ONE.movePointRight(15)),
          Map.entry("E", BigDecimal.ONE.movePointRight(18)),
          Map.entry("Ki", binary(1)),
          Map.entry("Mi", binary(2)),
          Map.entry("Gi", binary(3)),
          Map.entry("Ti", binary(4)),
          Map.entry("Pi", binary(5)),
          Map.entry("Ei", binary(6)));

  /** Reads {@code 500m}, {@code 1.5Gi}, {@code 1e3}; anything else is empty. */
  public static Optional<Quantity> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    if (matcher.group(2) != null) {
      number = number.scaleByPowerOfTen(Integer.parseInt(matcher.group(2).substring(1)));
    } else if (matcher.group(3) != null) {
      number = number.multiply(SUFFIXES.getOrDefault(matcher.group(3), BigDecimal.ONE));
    }
    return Optional.of(new Quantity(text, number));
  }

  /** Orders by amount alone: {@code 1000m} and {@code 1} are the same. */
  @Override
  public int compareTo(Quantity other) {
    return value.compareTo(other.value);
  }

  public boolean isZero() {
    return value.signum() == 0;
  }

  private static BigDecimal binary(int power) {
    return BigDecimal.valueOf(1024).pow(power);
  }
}
