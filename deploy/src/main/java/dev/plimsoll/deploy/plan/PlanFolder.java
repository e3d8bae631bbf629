package dev.plimsoll.deploy.plan;

import dev.plimsoll.deploy.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A plan on disk: a folder that can be reviewed, stored and carried to another machine.
 *
 * <p>{@code plan.json} is the canonical text and names every other file; {@code plan.sha256} holds
 * its digest. Only {@code approvals/} and {@code runs/} grow afterwards.
 *
 * @param hash of the plan: {@code sha256:<hex>}
 */
public record PlanFolder(Path folder, Plan plan, String hash) {

  /** The archive of the chart. */
  public static final String CHART = "chart.tgz";

  /** What helm renders, its hooks included. */
  public static final String RENDERED = "rendered.yaml";

  /** The definitions that helm creates with a first installation; only where the chart has some. */
  public static final String DEFINITIONS = "crds.yaml";

  /** What the analysis found. */
  public static final String DIAGNOSTICS = "diagnostics.json";

  /** The `deploy` section of the project and how it is meant for this environment. */
  public static final String SETTINGS = "settings.json";

  private static final String MANIFEST = "plan.json";
  private static final String HASH = "plan.sha256";
  private static final String APPROVALS = "approvals";
  private static final String RUNS = "runs";
  private static final Set<String> GROWING = Set.of(APPROVALS, RUNS);
  private static final int MAX_FILE = 256 << 20;

  /** A plan is not what it was when it was made. */
  public static final class Tampered extends Exception {

    private static final long serialVersionUID = 1L;

    public Tampered(String message) {
      super(message);
    }

    /** What is wrong, in a sentence. */
    public String reason() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * Writes a plan into a folder that is made for it.
   *
   * @param content every file of the plan by name
   */
  public static PlanFolder write(Path folder, Plan plan, Map<String, byte[]> content)
      throws IOException {
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      // Values may hold secrets that nobody has encrypted.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    Map<String, String> digests = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : content.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling("."));
      Files.write(path, file.getValue());
      digests.put(file.getKey(), Json.digest(file.getValue()));
    }
    Plan whole = plan.withFiles(digests);
    String text = Json.canonical(whole.toJson());
    Files.writeString(folder.resolve(MANIFEST), text);
    String hash = Json.digest(text);
    // Last, and at once: without it there is no plan.
    Path fresh = folder.resolve(HASH + ".new");
    Files.writeString(fresh, hash + "\n");
    Files.move(fresh, folder.resolve(HASH), StandardCopyOption.ATOMIC_MOVE);
    return new PlanFolder(folder, whole, hash);
  }

  /** Reads a plan and holds every byte of it against its digest. */
  public static PlanFolder read(Path folder) throws IOException, Tampered {
    Path manifest = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(manifest) || !Files.isRegularFile(folder.resolve(HASH))) {
      throw new IOException("it holds no plan");
    }
    String text = new String(bytes(manifest), StandardCharsets.UTF_8);
    String hash = Json.digest(text);
    if (!Files.readString(folder.resolve(HASH)).strip().equals(hash)) {
      throw new Tampered("`plan.json` is not what it was when the plan was made.");
    }
    Plan plan;
    try {
      plan = Plan.of(Json.parse(text));
    } catch (Json.Malformed e) {
      throw new Tampered("`plan.json` cannot be read: " + e.reason() + ".");
    }
    for (Map.Entry<String, String> file : plan.files().entrySet()) {
      Path path = folder.resolve(file.getKey()).normalize();
      if (!path.startsWith(folder.normalize()) || !Files.isRegularFile(path)) {
        throw new Tampered("`" + file.getKey() + "` of the plan is missing.");
      }
      if (!Json.digest(bytes(path)).equals(file.getValue())) {
        throw new Tampered("`" + file.getKey() + "` is not what it was when the plan was made.");
      }
    }
    for (String found : names(folder)) {
      if (!plan.files().containsKey(found)) {
        throw new Tampered("`" + found + "` does not belong to the plan.");
      }
    }
    return new PlanFolder(folder, plan, hash);
  }

  /** What the project says of deploys, as it was when the plan was made. */
  public Settings settings() throws IOException, Tampered {
    return new Settings(json(SETTINGS), plan.environment());
  }

  /** What the analysis found. */
  public JsonNode diagnostics() throws IOException, Tampered {
    return json(DIAGNOSTICS);
  }

  private JsonNode json(String name) throws IOException, Tampered {
    try {
      return Json.parse(text(name));
    } catch (Json.Malformed e) {
      throw new Tampered("`" + name + "` of the plan cannot be read: " + e.reason() + ".");
    }
  }

  /** The hash as people tell it apart. */
  public String shortHash() {
    return hash.substring("sha256:".length(), "sha256:".length() + 12);
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  /** A file of the plan as text. */
  public String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  public Path approvals() {
    return folder.resolve(APPROVALS);
  }

  /** Where the journals of its runs are. */
  public Path runs() {
    return folder.resolve(RUNS);
  }

  private static byte[] bytes(Path file) throws IOException {
    if (Files.size(file) > MAX_FILE) {
      throw new IOException("`" + file.getFileName() + "` is too large for a plan");
    }
    return Files.readAllBytes(file);
  }

  private static List<String> names(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> !Files.isDirectory(path)).toList()) {
        Path relative = folder.relativize(file);
        String name = relative.toString().replace('\\', '/');
        boolean isOurs =
            name.equals(MANIFEST)
                || name.equals(HASH)
                || GROWING.contains(relative.getName(0).toString());
        if (!isOurs) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
