package dev.plimsoll.source;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files below a folder on disk. Nothing outside that folder is read, whether a path or a symbolic
 * link leads there, but for folders that the person has allowed; a file is read once.
 */
public final class DiskFileTree implements FileTree {

  /** Helm takes no chart above 100 MiB; a single text of this size is a mistake or an attack. */
  private static final long MAX_FILE_BYTES = 64L << 20;

  private final Path root;
  private final List<Path> roots;
  private final Map<String, FileContent> read = new ConcurrentHashMap<>();
  private final Map<String, String> unread = new ConcurrentHashMap<>();
  private final Map<String, List<Entry>> listed = new ConcurrentHashMap<>();

  /**
   * @param root the folder that paths are relative to
   * @param allowed other folders or files that may be read; those that do not exist are passed over
   * @throws IOException if {@code root} is not there or may not be looked at
   */
  public DiskFileTree(Path root, List<Path> allowed) throws IOException {
    this.root = root.toRealPath();
    List<Path> real = new ArrayList<>();
    real.add(this.root);
    for (Path path : allowed) {
      if (Files.exists(path)) {
        real.add(path.toRealPath());
      }
    }
    this.roots = List.copyOf(real);
  }

  @Override
  public FileContent read(String path) {
    return read.computeIfAbsent(path, this::readNow);
  }

  @Override
  public List<Entry> list(String folder) {
    return listed.computeIfAbsent(folder, this::listNow);
  }

  @Override
  public Kind kind(String path) {
    try {
      Path file = root.resolve(path);
      if (!Files.exists(file)) {
        return Kind.MISSING;
      }
      return Files.isDirectory(file) ? Kind.FOLDER : Kind.FILE;
    } catch (InvalidPathException e) {
      return Kind.MISSING;
    }
  }

  @Override
  public OptionalLong size(String path) {
    try {
      return OptionalLong.of(Files.size(root.resolve(path)));
    } catch (IOException | InvalidPathException e) {
      return OptionalLong.empty();
    }
  }

  private FileContent readNow(String path) {
    try {
      Path file = root.resolve(path).toRealPath();
      if (!isAllowed(file)) {
        return new FileContent.Refused(outside(file));
      }
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        return new FileContent.Refused("it is no regular file.");
      }
      if (attributes.size() > MAX_FILE_BYTES) {
        return new FileContent.Refused("it is larger than 64 MiB.");
      }
      return TextDecoder.decode(path, bytes(file));
    } catch (NoSuchFileException | InvalidPathException e) {
      return new FileContent.Missing();
    } catch (AccessDeniedException e) {
      return new FileContent.Refused("reading it is not permitted.");
    } catch (IOException e) {
      return new FileContent.Refused("reading it failed: " + e.getMessage() + ".");
    }
  }

  /** A plain stream starts faster than the channel that {@link Files} opens. */
  private static byte[] bytes(Path file) throws IOException {
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      return in.readAllBytes();
    } catch (FileNotFoundException e) {
      // It does not say why; the other does.
      return Files.readAllBytes(file);
    }
  }

  @Override
  public Map<String, String> unreadFolders() {
    return new TreeMap<>(unread);
  }

  private static String outside(Path real) {
    return "it is outside the workspace; `PLIMSOLL_ALLOW=path=" + real + "` lets it be read.";
  }

  private List<Entry> listNow(String folder) {
    List<Entry> entries = new ArrayList<>();
    try {
      Path real = root.resolve(folder).toRealPath();
      if (!isAllowed(real)) {
        unread.put(folder, outside(real));
        return List.of();
      }
      try (DirectoryStream<Path> members = Files.newDirectoryStream(real)) {
        for (Path member : members) {
          addEntry(entries, real, member);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException | InvalidPathException e) {
      return List.of();
    } catch (AccessDeniedException e) {
      unread.put(folder, "it may not be looked into.");
      return List.of();
    } catch (IOException | DirectoryIteratorException e) {
      unread.put(folder, "looking into it failed: " + e.getMessage() + ".");
      return List.of();
    }
    entries.sort(Order.by(Entry::name));
    return List.copyOf(entries);
  }

  private static void addEntry(List<Entry> entries, Path folder, Path member) throws IOException {
    String name = member.getFileName().toString();
    if (!Files.isDirectory(member)) {
      entries.add(new Entry(name, Kind.FILE));
      return;
    }
    // A link to a folder above would make the tree endless.
    if (!Files.isSymbolicLink(member) || !folder.startsWith(member.toRealPath())) {
      entries.add(new Entry(name, Kind.FOLDER));
    }
  }

  private boolean isAllowed(Path real) {
    for (Path allowed : roots) {
      if (real.startsWith(allowed)) {
        return true;
      }
    }
    return false;
  }
}
