package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.source.Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One of several equal parts of the matrix. Cells of an environment stand together, since rules may
 * compare the releases of an environment: a shard renders every environment that it has a cell of,
 * and so says of its cells what a whole run says.
 *
 * @param index from 1
 * @param count how many parts there are
 */
public record Shard(int index, int count) {

  private static final Comparator<Affected> ORDER =
      Order.of(
          Order.by(Affected::environment),
          Order.by(Affected::cluster),
          Order.by(Affected::release));

  public Shard {
    if (index < 1 || count < index) {
      throw new IllegalArgumentException("No shard " + index + " of " + count);
    }
  }

  /** The cells of this shard; each cell is in one. */
  public Set<Affected> own(Collection<Affected> all) {
    List<Affected> sorted = new ArrayList<>(new HashSet<>(all));
    sorted.sort(ORDER);
    int from = (int) ((long) sorted.size() * (index - 1) / count);
    int to = (int) ((long) sorted.size() * index / count);
    return Set.copyOf(sorted.subList(from, to));
  }

  /** The environments that must be rendered to judge the cells of this shard. */
  Set<String> environments(Collection<Affected> all) {
    Set<String> environments = new HashSet<>();
    own(all).forEach(cell -> environments.add(cell.environment()));
    return environments;
  }
}
