package dev.plimsoll.helmfile;

/** A state file that helmfile would not load; what is wrong has been reported. */
final class StateFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean isUndefinedEnvironment;

  private StateFailure(String message, boolean isUndefinedEnvironment) {
    super(message, null, false, false);
    this.isUndefinedEnvironment = isUndefinedEnvironment;
  }

  static StateFailure reported() {
    return new StateFailure("reported", false);
  }

  /** The file does not know the environment, so helmfile passes over it. */
  static StateFailure undefinedEnvironment(String name) {
    return new StateFailure(name, true);
  }

  boolean isUndefinedEnvironment() {
    return isUndefinedEnvironment;
  }
}
