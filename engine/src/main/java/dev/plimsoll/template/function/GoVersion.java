package dev.plimsoll.template.function;

import dev.plimsoll.chart.SemanticVersion;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code *semver.Version}, or the {@code semver.Version} that {@code IncMajor} and the like give.
 *
 * @param original as it was written
 * @param isPointer whether it is the pointer
 */
record GoVersion(SemanticVersion version, String original, boolean isPointer, Trace trace)
    implements GoObject {

  private static final String POINTER = "*semver.Version";

  /** Which parameters the methods have that templates can call. */
  private static final Map<String, List<String>> METHODS =
      Map.ofEntries(
          Map.entry("String", List.of()),
          Map.entry("Original", List.of()),
          Map.entry("Major", List.of()),
          Map.entry("Minor", List.of()),
          Map.entry("Patch", List.of()),
          Map.entry("Prerelease", List.of()),
          Map.entry("Metadata", List.of()),
          Map.entry("IncPatch", List.of()),
          Map.entry("IncMinor", List.of()),
          Map.entry("IncMajor", List.of()),
          Map.entry("SetPrerelease", List.of("string")),
          Map.entry("SetMetadata", List.of("string")),
          Map.entry("LessThan", List.of(POINTER)),
          Map.entry("LessThanEqual", List.of(POINTER)),
          Map.entry("GreaterThan", List.of(POINTER)),
          Map.entry("GreaterThanEqual", List.of(POINTER)),
          Map.entry("Equal", List.of(POINTER)),
          Map.entry("Compare", List.of(POINTER)));

  /** What {@code semver} gives. */
  GoVersion(SemanticVersion version, String original, Trace trace) {
    this(version, original, true, trace);
  }

  @Override
  public @Nullable GoValue field(String name) {
    return null;
  }

  @Override
  public boolean hasMethod(String name) {
    return METHODS.containsKey(name);
  }

  @Override
  public @Nullable List<String> parameters(String method) {
    return METHODS.get(method);
  }

  @Override
  public GoValue call(String method, List<GoValue> arguments) {
    return switch (method) {
      case "String" -> text(version.toString());
      case "Original" -> text(original);
      case "Major" -> number(version.major());
      case "Minor" -> number(version.minor());
      case "Patch" -> number(version.patch());
      case "Prerelease" -> text(version.prerelease());
      case "Metadata" -> text(version.build());
      case "IncPatch", "IncMinor", "IncMajor" -> increased(method);
      case "SetPrerelease", "SetMetadata" -> changed(method, arguments);
      default -> compared(method, arguments);
    };
  }

  private GoString text(String part) {
    return GoString.computed(part, trace);
  }

  private GoInt number(long part) {
    return new GoInt(part, GoInt.Type.UINT64, trace);
  }

  private GoVersion increased(String method) {
    SemanticVersion next =
        switch (method) {
          case "IncMajor" -> release(version.major() + 1, 0, 0);
          case "IncMinor" -> release(version.major(), version.minor() + 1, 0);
          // A prerelease comes before its release, which is therefore the next patch.
          default ->
              release(
                  version.major(),
                  version.minor(),
                  version.patch() + (version.prerelease().isEmpty() ? 1 : 0));
        };
    return value(next, trace);
  }

  private static SemanticVersion release(long major, long minor, long patch) {
    return new SemanticVersion(major, minor, patch, "", "");
  }

  private GoVersion changed(String method, List<GoValue> arguments) {
    GoString part = (GoString) arguments.getFirst();
    boolean isPrerelease = method.equals("SetPrerelease");
    SemanticVersion next =
        new SemanticVersion(
            version.major(),
            version.minor(),
            version.patch(),
            isPrerelease ? part.text() : version.prerelease(),
            isPrerelease ? version.build() : part.text());
    Trace both = trace.and(part.trace());
    if (SemanticVersion.parseLoose(next.toString()).filter(next::equals).isEmpty()) {
      String invalid =
          isPrerelease ? SemanticVersion.problem(next.toString()) : "invalid metadata string";
      throw new GoFailure(
          invalid.equals("invalid semantic version") ? "invalid prerelease string" : invalid, both);
    }
    return value(next, both);
  }

  /** A version that is no pointer; it keeps the {@code v} in front. */
  private GoVersion value(SemanticVersion next, Trace depends) {
    return new GoVersion(next, (original.startsWith("v") ? "v" : "") + next, false, depends);
  }

  private GoValue compared(String method, List<GoValue> arguments) {
    if (!(arguments.getFirst() instanceof GoVersion other) || !other.isPointer) {
      throw new GoFailure(
          "wrong type for value; expected *semver.Version; got " + arguments.getFirst().typeName());
    }
    int order = Integer.signum(version.compareTo(other.version));
    Trace both = trace.and(other.trace);
    return switch (method) {
      case "LessThan" -> new GoBool(order < 0, both);
      case "LessThanEqual" -> new GoBool(order <= 0, both);
      case "GreaterThan" -> new GoBool(order > 0, both);
      case "GreaterThanEqual" -> new GoBool(order >= 0, both);
      case "Equal" -> new GoBool(order == 0, both);
      default -> GoInt.of(order, both);
    };
  }

  @Override
  public boolean isStringer() {
    return true;
  }

  @Override
  public String print() {
    return version.toString();
  }

  @Override
  public GoVersion because(Trace reason) {
    return new GoVersion(version, original, isPointer, trace.because(reason));
  }

  @Override
  public String typeName() {
    return isPointer ? POINTER : "semver.Version";
  }

  @Override
  public String kindName() {
    return isPointer ? "ptr" : "struct";
  }

  @Override
  public boolean isTrue() {
    return true;
  }
}
