package dev.plimsoll.cel.value;

/** CEL's null; Java's null never is a value of an expression. */
public enum CelNull {
  NULL
}
