package dev.plimsoll.rules.values;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.rule.Findings;
import dev.plimsoll.rules.estate.EstateShelf;
import dev.plimsoll.rules.estate.LayerStack;
import dev.plimsoll.rules.estate.OverrideWalk;
import dev.plimsoll.rules.estate.StackRule;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.Value;
import java.util.Set;
import java.util.stream.Collectors;

/** A list that loses items of a lower layer, because Helm replaces lists. */
public final class ListReplaced extends StackRule {

  private static final RuleId ID = new RuleId("list-replaced");

  /**
   * @param shelf shared by the rules that look at the same estate
   */
  public ListReplaced(EstateShelf shelf) {
    super(shelf);
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  protected void check(LayerStack stack, Findings findings) {
    for (LayerValues layer : stack.files()) {
      OverrideWalk.visit(
          stack, layer, (_, written, below) -> look(stack, written, below.getFirst(), findings));
    }
  }

  private static void look(LayerStack stack, Value written, Value below, Findings findings) {
    if (!(written instanceof ListValue list) || !(below instanceof ListValue lost)) {
      return;
    }
    // An empty list says on purpose that there shall be nothing.
    int missing = list.items().isEmpty() ? 0 : missing(list, lost);
    if (missing == 0) {
      return;
    }
    String message =
        "This list replaces the one below and loses %s; Helm merges maps, never lists."
            .formatted(loss(missing, lost.items().size()));
    findings.add(
        Diagnostic.of(ID, list.origin().keyLocation(), message)
            .withRelated(
                RelatedLocation.Role.OVERRIDDEN_LAYER,
                lost.origin().keyLocation(),
                "This list has no effect."),
        stack.cells());
  }

  private static int missing(ListValue list, ListValue lost) {
    Set<Content> kept =
        list.items().stream().map(Content::of).collect(Collectors.toUnmodifiableSet());
    return (int) lost.items().stream().filter(item -> !kept.contains(Content.of(item))).count();
  }

  private static String loss(int missing, int all) {
    if (all == 1) {
      return "its only item";
    }
    return "%s of its %d items".formatted(missing == all ? "all" : missing, all);
  }
}
