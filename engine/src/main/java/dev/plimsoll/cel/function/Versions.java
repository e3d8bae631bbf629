package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelFailure;

/** Semantic versions. */
final class Versions implements Library {

  @Override
  public Object call(String function, Object[] arguments) {
    Object value = arguments[0];
    if (value instanceof Version version) {
      return switch (function) {
        case "major" -> version.major();
        case "minor" -> version.minor();
        case "patch" -> version.patch();
        default -> throw CelFailure.noOverload(function, arguments);
      };
    }
    if (!(value instanceof String text)) {
      throw CelFailure.noOverload(function, arguments);
    }
    boolean loosely = arguments.length > 1 && arguments[1].equals(true);
    Version version = loosely ? Version.parseLoosely(text) : Version.parse(text);
    if (function.equals("isSemver")) {
      return version != null;
    }
    if (version == null) {
      throw CelFailure.of(
          text.isEmpty() ? "Version string empty" : "No Major.Minor.Patch elements found");
    }
    return version;
  }
}
