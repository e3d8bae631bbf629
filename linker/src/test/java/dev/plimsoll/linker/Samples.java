package dev.plimsoll.linker;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Code of every form that the linker meets. The tests run it as it was compiled, and linked. */
final class Samples implements Function<@Nullable Object, String> {

  sealed interface Shape permits Circle, Square, Nothing {

    /** A switch in an interface. */
    default String name() {
      return switch (this) {
        case Circle circle -> "circle " + circle.radius();
        case Square(int side) -> "square " + side;
        case Nothing nothing -> "nothing " + nothing;
      };
    }
  }

  record Circle(double radius) implements Shape {}

  record Square(int side) implements Shape {}

  enum Nothing implements Shape {
    NOTHING
  }

  /** A component of every kind. */
  record Everything(
      boolean truth,
      byte small,
      char letter,
      short few,
      int number,
      long many,
      float rough,
      double fine,
      @Nullable String text,
      List<Integer> numbers) {}

  record Empty() {}

  @Override
  public String apply(@Nullable Object object) {
    return classes(object) + ", " + mixed(object) + (object instanceof Shape s ? s.name() : "");
  }

  private static String classes(@Nullable Object object) {
    return switch (object) {
      case null -> "null";
      case Integer number when number > 100 -> "large";
      case Integer number when number < 0 -> "negative";
      case Integer number -> "number " + number;
      case CharSequence text when text.length() > 3 -> "long " + text;
      case String text -> "text " + text;
      case int[] numbers -> "numbers " + numbers.length;
      case Circle(double radius) when radius > 1 -> "wide";
      case Circle circle -> circle.toString();
      default -> "other";
    };
  }

  private static String mixed(@Nullable Object object) {
    return switch (object) {
      case String text when text.isEmpty() -> "empty";
      case Nothing.NOTHING -> "constant";
      case null, default -> "rest";
    };
  }
}
