package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TracedText;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What {@code include} has executed in one render: how deep each template includes itself, and what
 * it was included for last. Charts ask for the same name and labels again and again, and a template
 * that is given the same writes the same, until a map is changed.
 */
final class Inclusions {

  /** Helm's {@code recursionMaxNums}. */
  private static final int MOST = 1000;

  private final Map<String, int[]> depths = new HashMap<>();
  private final IdentityHashMap<Template, Included> last = new IdentityHashMap<>();
  private int changes;
  private IntSupplier ownReads = () -> 0;

  /**
   * A template that was executed.
   *
   * @param data what it was given
   * @param scope decides what the template itself includes
   * @param cost of writing the text
   */
  record Included(GoValue data, Scope scope, TracedText text, EvaluationCost cost) {

    @SuppressWarnings("ReferenceEquality") // An equal map may be changed alone.
    private boolean isOf(GoValue other, Scope now) {
      return data == other && scope == now;
    }
  }

  /**
   * Begins another template of the user.
   *
   * @param own how often templates have looked at what each of them has for itself, while what they
   *     include may be what one before has included; null if it may not
   */
  void start(@Nullable IntSupplier own) {
    depths.clear();
    ownReads = own == null ? () -> 0 : own;
    if (own == null) {
      last.clear();
    }
  }

  /** How many times a template is including itself; to be counted by who executes it. */
  int[] depth(String name) {
    int[] depth = depths.computeIfAbsent(name, _ -> new int[1]);
    if (depth[0] > MOST) {
      throw new GoFailure(
          "rendering template has a nested reference name: "
              + name
              + ": unable to execute template");
    }
    return depth;
  }

  /** What a template has written for the same data; null if it was given other data since. */
  @Nullable Included find(Template template, GoValue data, Scope scope) {
    Included found = last.get(template);
    return found != null && found.isOf(data, scope) ? found : null;
  }

  /** Keeps what a template has written; the doubts must be no more than before. */
  void keep(Template template, Included included) {
    last.put(template, included);
  }

  /** A map is about to be changed, and others may see it. */
  void noteChange() {
    changes++;
    last.clear();
  }

  /** Grows with changes of maps, and with looks at what each template has for itself. */
  int doubts() {
    return changes + ownReads.getAsInt();
  }
}
