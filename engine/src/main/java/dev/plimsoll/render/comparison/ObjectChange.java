package dev.plimsoll.render.comparison;

import java.util.List;
import java.util.OptionalInt;

/**
 * One object that differs.
 *
 * @param isHook whether Helm applies it as a hook, so that no upgrade patches it
 * @param pods how many pods the object asks for; empty if it does not say
 * @param fields what differs; empty for an object that only one side has
 */
public record ObjectChange(
    ObjectId id, boolean isHook, Effect effect, OptionalInt pods, List<FieldChange> fields) {

  /** What an upgrade does to the cluster. */
  public enum Effect {
    /** The object is new. */
    CREATES,
    /** The object is removed. */
    DELETES,
    /** The object is changed and no pod notices. */
    CHANGES,
    /** The pods of the object are replaced one after the other. */
    ROLLS,
    /** The API server refuses the change, because the field cannot be changed in place. */
    REFUSED
  }

  public ObjectChange {
    fields = List.copyOf(fields);
  }
}
