package dev.plimsoll.capacity;

import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Nodes that are alike.
 *
 * @param count how many there are
 * @param allocatable what pods may have of one
 * @param labels what selectors of pods look at; empty where nothing is said, and then any selector
 *     may fit
 * @param field where it is said
 */
public record NodePool(
    String name, long count, Amounts allocatable, Map<String, String> labels, Field field) {

  /** {@code kubelet} runs no more pods on a node unless it is told to. */
  private static final BigDecimal DEFAULT_PODS = BigDecimal.valueOf(110);

  public NodePool {
    labels = Map.copyOf(labels);
  }

  static NodePool of(Field field) {
    Map<String, BigDecimal> amounts =
        new TreeMap<>(Amounts.of(field.get("allocatable")).byResource());
    amounts.putIfAbsent("pods", DEFAULT_PODS);
    return new NodePool(
        field.get("name").text().orElse(""),
        field.get("count").integer().orElse(1L),
        new Amounts(amounts),
        KubernetesObject.texts(field.get("labels")),
        field);
  }

  /** Whether the labels that a pod asks for may be on these nodes. */
  public boolean mayBeSelected(Map<String, String> selector) {
    return labels.isEmpty() || labels.entrySet().containsAll(selector.entrySet());
  }

  /** The first resource of which a pod wants more than a node has; empty if it fits. */
  public Optional<String> lacks(Amounts requests) {
    for (Map.Entry<String, BigDecimal> request : new TreeMap<>(requests.byResource()).entrySet()) {
      String resource = request.getKey();
      boolean isKnown =
          allocatable.get(resource).isPresent() || !resource.equals("ephemeral-storage");
      if (isKnown && request.getValue().compareTo(allocatable.amount(resource)) > 0) {
        return Optional.of(resource);
      }
    }
    return Optional.empty();
  }
}
