package dev.plimsoll.linker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The step of the build: links all classes below the folders that it is given, in place. */
public final class LinkClasses {

  private LinkClasses() {}

  /**
   * Takes folders of classes. One that is not there is passed over: a module may have no classes.
   */
  public static void main(String[] folders) throws IOException {
    for (String folder : folders) {
      Path root = Path.of(folder);
      if (Files.isDirectory(root)) {
        link(root);
      }
    }
  }

  private static void link(Path root) throws IOException {
    ClassLinker linker = new ClassLinker(root);
    List<Path> files;
    try (Stream<Path> found = Files.walk(root)) {
      files = found.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    for (Path file : files) {
      Optional<byte[]> linked = linker.link(Files.readAllBytes(file));
      if (linked.isPresent()) {
        Files.write(file, linked.get());
      }
    }
  }
}
