package dev.plimsoll.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a field of an object takes. */
public sealed interface Schema {

  /** Anything at all. */
  record Anything() implements Schema {}

  /**
   * A single value.
   *
   * @param allowed if it is one of a few texts: which; otherwise empty
   */
  record Scalar(ScalarType type, List<String> allowed, Limits limits) implements Schema {

    public Scalar {
      allowed = List.copyOf(allowed);
    }
  }

  /**
   * A list.
   *
   * @param keys of a list of kind {@link ListKind#MAP}: the fields that tell its items apart
   */
  record ListOf(Schema items, ListKind kind, List<String> keys, Limits limits) implements Schema {

    public ListOf {
      keys = List.copyOf(keys);
    }
  }

  /** A map with keys of the user's choice. */
  record MapOf(Schema values, Limits limits) implements Schema {}

  /** An object with fields of its own; they are read when somebody asks. */
  final class Struct implements Schema {

    private final Supplier<Map<String, Field>> source;
    private final boolean open;
    private final Function<String, Optional<String>> texts;
    private volatile @Nullable Map<String, Field> fields;

    /**
     * @param source gives the fields by name, in order; asked once or more
     * @param open whether fields that it does not know are kept
     * @param texts says what a field is for, by its name
     */
    Struct(
        Supplier<Map<String, Field>> source,
        boolean open,
        Function<String, Optional<String>> texts) {
      this.source = source;
      this.open = open;
      this.texts = texts;
    }

    /** The fields by name, in order. */
    public Map<String, Field> fields() {
      Map<String, Field> known = fields;
      if (known == null) {
        known = source.get();
        fields = known;
      }
      return known;
    }

    /** What one of the fields is for, in English as its author wrote it; empty if nobody says. */
    public Optional<String> text(String field) {
      return texts.apply(field);
    }

    /** Whether fields that it does not know are kept. */
    public boolean isOpen() {
      return open;
    }
  }

  /**
   * A field of an object.
   *
   * @param defaultValue what the server fills in, if that is text or a boolean; else empty
   * @param nullable whether null is a value; for Kubernetes' own kinds null is as good as nothing
   */
  record Field(
      String name, Schema schema, boolean required, String defaultValue, boolean nullable) {}

  /** The kinds of single values. */
  enum ScalarType {
    TEXT,
    INT32,
    INT64,
    NUMBER,
    BOOLEAN,
    INT_OR_STRING,
    QUANTITY,
    TIME,
    BYTES
  }

  /** How the items of a list are told apart. */
  enum ListKind {
    ATOMIC,
    SET,
    MAP
  }
}
