package dev.plimsoll.rules.helmfile;

/** Tells by its path which environment a values file belongs to. */
final class EnvironmentPath {

  private EnvironmentPath() {}

  /** Whether the name of an environment is a folder of the path, or words of the file's name. */
  static boolean names(String path, String environment) {
    return words(path).contains(words(environment));
  }

  /** Every word between the same separators, one in front and one behind the whole. */
  private static String words(String text) {
    return "-" + text.replace('_', '-').replace('.', '-').replace('/', '-') + "-";
  }
}
