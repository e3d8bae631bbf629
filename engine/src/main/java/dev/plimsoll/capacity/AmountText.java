package dev.plimsoll.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Amounts as people write them. */
public final class AmountText {

  private static final BigDecimal KIB = BigDecimal.valueOf(1024);
  private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

  private AmountText() {}

  /**
   * An amount of a resource: {@code 1500m} of processor time, {@code 1.5Gi} of memory or storage, a
   * plain number of anything else.
   */
  public static String of(String resource, BigDecimal amount) {
    boolean isBytes =
        resource.endsWith("memory")
            || resource.endsWith("storage")
            || resource.contains("hugepages-");
    if (isBytes) {
      return bytes(amount);
    }
    BigDecimal plain = amount.stripTrailingZeros();
    return plain.scale() > 0
        ? amount.movePointRight(3).stripTrailingZeros().toPlainString() + "m"
        : plain.toPlainString();
  }

  private static String bytes(BigDecimal amount) {
    BigDecimal rest = amount;
    int unit = 0;
    while (rest.abs().compareTo(KIB) >= 0 && unit < BINARY.size() - 1) {
      rest = rest.divide(KIB);
      unit++;
    }
    return rest.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString()
        + BINARY.get(unit);
  }
}
