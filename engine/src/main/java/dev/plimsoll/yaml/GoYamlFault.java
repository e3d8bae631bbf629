package dev.plimsoll.yaml;

/** Where go-yaml stops, in its words. */
final class GoYamlFault extends Exception {

  private static final long serialVersionUID = 1L;

  private GoYamlFault(String message) {
    super(message, null, false, false);
  }

  /**
   * What a reader of any part says.
   *
   * @param line as go-yaml counts it; it leaves out 0
   */
  static GoYamlFault at(int line, String problem) {
    return new GoYamlFault(line == 0 ? problem : "line " + line + ": " + problem);
  }
}
