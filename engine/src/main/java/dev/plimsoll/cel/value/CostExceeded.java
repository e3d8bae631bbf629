package dev.plimsoll.cel.value;

/** An evaluation costs more than it may; nothing in the expression can take that back. */
public final class CostExceeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CostExceeded(String message) {
    super(message, null, false, false);
  }
}
