package dev.plimsoll.capacity;

import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Amounts of resources, in units (cores, bytes, pieces). Immutable.
 *
 * @param byResource by name: {@code cpu}, {@code memory}, {@code nvidia.com/gpu}
 */
public record Amounts(Map<String, BigDecimal> byResource) {

  /** Nothing. */
  public static final Amounts NONE = new Amounts(Map.of());

  public Amounts {
    byResource = Map.copyOf(byResource);
  }

  /** Reads a map of quantities; what is no quantity is left out. */
  public static Amounts of(Field map) {
    Map<String, BigDecimal> read = new TreeMap<>();
    for (Field amount : map.fields()) {
      amount.quantity().map(Quantity::value).ifPresent(value -> read.put(amount.key(), value));
    }
    return new Amounts(read);
  }

  public Optional<BigDecimal> get(String resource) {
    return Optional.ofNullable(byResource.get(resource));
  }

  /** The amount of a resource; zero where nothing is said. */
  public BigDecimal amount(String resource) {
    return byResource.getOrDefault(resource, BigDecimal.ZERO);
  }

  public Amounts plus(Amounts other) {
    return joined(other, BigDecimal::add);
  }

  /** The larger one of each. */
  public Amounts max(Amounts other) {
    return joined(other, BigDecimal::max);
  }

  public Amounts times(long times) {
    Map<String, BigDecimal> product = new TreeMap<>();
    byResource.forEach(
        (name, amount) -> product.put(name, amount.multiply(BigDecimal.valueOf(times))));
    return new Amounts(product);
  }

  /** These, and of others what is not among these. */
  public Amounts or(Amounts others) {
    return joined(others, (own, _) -> own);
  }

  private Amounts joined(Amounts other, BinaryOperator<BigDecimal> how) {
    Map<String, BigDecimal> all = new TreeMap<>(byResource);
    other.byResource.forEach((name, amount) -> all.merge(name, amount, how));
    return new Amounts(all);
  }
}
