package dev.plimsoll.deploy.run;

/** The person, or the system, wants us to stop. */
final class Interruption extends Exception {

  private static final long serialVersionUID = 1L;
}
