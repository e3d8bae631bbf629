package dev.plimsoll.kubernetes;

import dev.plimsoll.diagnostic.RuleId;
import java.util.List;

/** The rules whose diagnostics say what an API server would say. */
public final class ObjectRules {

  /** A field that the kind does not have. */
  public static final RuleId UNKNOWN_FIELD = new RuleId("unknown-object-field");

  /** A value of another type than the field takes. */
  public static final RuleId TYPE_MISMATCH = new RuleId("object-type-mismatch");

  /** A field that the kind cannot do without. */
  public static final RuleId MISSING_FIELD = new RuleId("missing-object-field");

  /** A text that is not one of the few that the field takes. */
  public static final RuleId UNSUPPORTED_VALUE = new RuleId("unsupported-object-value");

  /** A value that is out of range or has another form than the field takes. */
  public static final RuleId INVALID_VALUE = new RuleId("invalid-object-value");

  /** A quantity of a resource that is none. */
  public static final RuleId INVALID_QUANTITY = new RuleId("invalid-quantity");

  /** A label, annotation or selector with a key or value that Kubernetes does not take. */
  public static final RuleId INVALID_LABEL = new RuleId("invalid-label");

  /** A number or name of a port that is none. */
  public static final RuleId INVALID_PORT = new RuleId("invalid-port");

  /** A schedule or time zone that is none. */
  public static final RuleId INVALID_SCHEDULE = new RuleId("invalid-cron-schedule");

  /** Two items of a list that must differ. */
  public static final RuleId DUPLICATE_ITEM = new RuleId("duplicate-list-item");

  /** Two items of a list that only some ways of applying an object tell apart. */
  public static final RuleId AMBIGUOUS_ITEM = new RuleId("ambiguous-list-item");

  /** Fields that exclude each other. */
  public static final RuleId CONFLICTING_FIELDS = new RuleId("conflicting-object-fields");

  /** A selector that does not match the labels of its own pods. */
  public static final RuleId SELECTOR_MISMATCH = new RuleId("selector-mismatch");

  /** A selector made of labels that change, which Kubernetes does not let change. */
  public static final RuleId VOLATILE_SELECTOR = new RuleId("volatile-workload-selector");

  /** More of a resource is requested than the limit allows. */
  public static final RuleId REQUEST_ABOVE_LIMIT = new RuleId("request-above-limit");

  /** A mount of a volume that the pod does not have. */
  public static final RuleId UNKNOWN_VOLUME = new RuleId("unknown-volume-mount");

  /** A kind that an API group of Kubernetes does not have. */
  public static final RuleId UNKNOWN_KIND = new RuleId("unknown-object-kind");

  /** A workload without a selector; a rule of its own says so, also for objects of older kinds. */
  static final RuleId MISSING_SELECTOR = new RuleId("missing-workload-selector");

  /** A name that Kubernetes does not take; a rule of its own says so. */
  static final RuleId INVALID_NAME = new RuleId("invalid-object-name");

  private ObjectRules() {}

  /** Those that nobody else asks about. */
  public static List<RuleId> all() {
    return List.of(
        AMBIGUOUS_ITEM,
        CONFLICTING_FIELDS,
        DUPLICATE_ITEM,
        INVALID_LABEL,
        INVALID_PORT,
        INVALID_QUANTITY,
        INVALID_SCHEDULE,
        INVALID_VALUE,
        MISSING_FIELD,
        REQUEST_ABOVE_LIMIT,
        SELECTOR_MISMATCH,
        TYPE_MISMATCH,
        UNKNOWN_FIELD,
        UNKNOWN_KIND,
        UNKNOWN_VOLUME,
        UNSUPPORTED_VALUE,
        VOLATILE_SELECTOR);
  }
}
