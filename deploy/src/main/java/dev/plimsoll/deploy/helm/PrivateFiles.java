package dev.plimsoll.deploy.helm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that only this account can read, for as long as this process needs them; in memory where
 * the system has a file system for that. What a process that was killed has left is removed by the
 * next one.
 */
public final class PrivateFiles implements AutoCloseable {

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final Pattern NAME = Pattern.compile("plimsoll-(\\d+)-.*");

  private final Path folder;
  private final Thread atExit;

  private PrivateFiles(Path folder) {
    this.folder = folder;
    this.atExit = new Thread(() -> delete(folder), "private-files");
  }

  /** Makes an empty folder for them. */
  public static PrivateFiles create() throws IOException {
    Path parent =
        Files.isDirectory(MEMORY) && Files.isWritable(MEMORY)
            ? MEMORY
            : Path.of(System.getProperty("java.io.tmpdir"));
    sweep(parent);
    String prefix = "plimsoll-" + ProcessHandle.current().pid() + "-";
    PrivateFiles files =
        new PrivateFiles(Files.createTempDirectory(parent, prefix, permissions("rwx------")));
    Runtime.getRuntime().addShutdownHook(files.atExit);
    return files;
  }

  /** Writes one. */
  public Path write(String name, String text) throws IOException {
    Path file = Files.createFile(folder.resolve(name), permissions("rw-------"));
    Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
    return file;
  }

  private static FileAttribute<?>[] permissions(String text) {
    return MEMORY.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }

  private static void sweep(Path parent) {
    try (Stream<Path> found = Files.list(parent)) {
      for (Path each : found.toList()) {
        Matcher name = NAME.matcher(String.valueOf(each.getFileName()));
        if (name.matches() && isDead(name.group(1)) && Files.isDirectory(each)) {
          delete(each);
        }
      }
    } catch (IOException e) {
      // Those of other accounts are theirs to remove.
      return;
    }
  }

  private static boolean isDead(String pid) {
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
    return process.isEmpty() || !process.get().isAlive();
  }

  private static void delete(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      List<Path> files = found.toList();
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // It is gone already, or not ours.
      return;
    }
  }

  @Override
  public void close() {
    delete(folder);
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is on its way out, and the hook at work.
      return;
    }
  }
}
