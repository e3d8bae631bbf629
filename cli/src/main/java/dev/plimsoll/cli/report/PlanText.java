package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.deploy.plan.FieldChange;
import dev.plimsoll.deploy.plan.ObjectChange;
import dev.plimsoll.deploy.plan.ObjectChange.Action;
import dev.plimsoll.deploy.plan.Plan;
import dev.plimsoll.deploy.plan.PlanFolder;
import java.util.ArrayList;
import java.util.List;

/** A plan for people. */
public final class PlanText {

  private final Palette palette;
  private final StringBuilder text = new StringBuilder();

  public PlanText(Palette palette) {
    this.palette = palette;
  }

  /**
   * The whole text.
   *
   * @param folder of the plan as one follows it from here
   */
  public String of(PlanFolder folder, String shownFolder) {
    Plan plan = folder.plan();
    line(palette.bold("Plan for " + plan.title()));
    line(
        "  "
            + plan.live()
                .map(live -> live.chart() + " (revision " + live.revision() + ") -> ")
                .orElse("first installation of ")
            + plan.chart()
            + " in namespace "
            + plan.namespace()
            + (plan.createsNamespace() ? ", which is made" : ""));
    line(
        "  helm "
            + plan.helm()
            + ", Kubernetes "
            + plan.identity().version()
            + (plan.identity().context().isEmpty()
                ? ""
                : ", context " + plan.identity().context()));
    if (!plan.needs().isEmpty()) {
      line("  needs " + String.join(", ", plan.needs()));
    }
    line("");
    plan.changes().forEach(this::change);
    line(summary(plan));
    if (!plan.risks().isEmpty()) {
      line("");
      line(palette.bold("Look at:"));
      plan.risks().forEach(risk -> line("  " + risk));
    }
    line("");
    line("Hash " + folder.hash());
    line("Deploy it with: plimsoll deploy " + shownFolder);
    return text.toString();
  }

  private void change(ObjectChange change) {
    if (change.action() == Action.UNCHANGED) {
      return;
    }
    String head = sign(change.action()) + " " + change.key();
    line(
        "  "
            + switch (change.action()) {
              case CREATE -> palette.added(head);
              case DELETE, REFUSED -> palette.removed(head);
              case UPDATE, KEEP, UNCHANGED -> head;
            }
            + (change.note().isEmpty() ? "" : ": " + change.note()));
    for (FieldChange field : change.fields()) {
      line("      " + field.path() + ": " + value(field));
    }
  }

  private String value(FieldChange field) {
    String before = field.before().orElse("");
    String after = field.after().orElse("");
    if (field.before().isEmpty()) {
      return palette.added(after);
    }
    return field.after().isEmpty()
        ? palette.removed(before) + " is removed"
        : palette.removed(before) + " -> " + palette.added(after);
  }

  private static String sign(Action action) {
    return switch (action) {
      case CREATE -> "+";
      case UPDATE -> "~";
      case DELETE -> "-";
      case KEEP -> "=";
      case REFUSED -> "!";
      case UNCHANGED -> " ";
    };
  }

  private static String summary(Plan plan) {
    List<String> parts = new ArrayList<>();
    for (Action action : Action.values()) {
      long count = plan.count(action);
      if (count > 0) {
        parts.add(count + " " + words(action));
      }
    }
    return parts.isEmpty() ? "Nothing to do." : String.join(", ", parts) + ".";
  }

  private static String words(Action action) {
    return switch (action) {
      case CREATE -> "to create";
      case UPDATE -> "to update";
      case DELETE -> "to delete";
      case KEEP -> "to leave behind";
      case REFUSED -> "refused";
      case UNCHANGED -> "unchanged";
    };
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
