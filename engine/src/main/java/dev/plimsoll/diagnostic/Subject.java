package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Order;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One of several objects of which a diagnostic says the same.
 *
 * @param message what is said of it alone
 * @param affects the cells that have it, sorted
 */
public record Subject(String message, ObjectRef object, List<Affected> affects)
    implements Comparable<Subject> {

  /** How many others a message names; a longer list hides what is wrong. */
  private static final int NAMED = 2;

  private static final Affected NOBODY = new Affected("", "", "");

  private static final Comparator<Subject> ORDER =
      Order.of(Order.by(Subject::first), Order.by(Subject::message));

  public Subject {
    affects = List.copyOf(affects);
  }

  /** Whether the message names the object. */
  public boolean isNamed() {
    return message.contains(name());
  }

  /** What is said of every object that is called otherwise: the message without its title. */
  public String commonMessage() {
    return message.replace(title(), object.kind() + " ``");
  }

  /** The same where other things, such as a container, may be called like their object. */
  public String namelessMessage() {
    return message.replace(name(), "``");
  }

  /**
   * What is said of all of them at once: the message of the first, with a word about the others.
   *
   * @param subjects sorted, at least one
   */
  public static String joinedMessage(List<Subject> subjects) {
    Subject first = subjects.getFirst();
    return subjects.size() == 1
        ? first.message()
        : first.messageWith(subjects.subList(1, subjects.size()));
  }

  public Subject withAffects(List<Affected> cells) {
    return new Subject(message, object, cells);
  }

  private String messageWith(List<Subject> others) {
    String more =
        others.size() > NAMED
            ? others.size() + " more"
            : others.stream().map(Subject::name).collect(Collectors.joining(", "));
    String called = message.contains(title()) ? title() : name();
    int end = message.indexOf(called) + called.length();
    return message.substring(0, end) + " (and " + more + ")" + message.substring(end);
  }

  /** {@code Deployment `shop`}. */
  private String title() {
    return object.kind() + " " + name();
  }

  private String name() {
    return "`" + object.name() + "`";
  }

  private Affected first() {
    return affects.isEmpty() ? NOBODY : affects.getFirst();
  }

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }
}
