package dev.plimsoll.linker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The step of the build that takes signatures off jars: Java verifies one at every start, and keeps
 * no class of a signed jar in its AOT cache. The build has verified what it downloaded by checksum.
 */
public final class UnsignJars {

  private static final Pattern SIGNATURE =
      Pattern.compile("META-INF/[^/]+\\.(?:SF|RSA|DSA|EC)", Pattern.CASE_INSENSITIVE);

  private UnsignJars() {}

  /** Takes a folder, and what the names of the jars in it begin with. */
  public static void main(String[] arguments) throws IOException {
    List<String> names = List.of(arguments).subList(1, arguments.length);
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      jars =
          files
              .filter(file -> file.toString().endsWith(".jar"))
              .filter(file -> names.stream().anyMatch(file.getFileName().toString()::startsWith))
              .sorted()
              .toList();
    }
    if (jars.isEmpty()) {
      throw new IllegalArgumentException("No such jar in " + arguments[0] + ": " + names);
    }
    for (Path jar : jars) {
      unsign(jar);
    }
  }

  private static void unsign(Path jar) throws IOException {
    Path unsigned = jar.resolveSibling(jar.getFileName() + ".unsigned");
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      if (entries.stream().noneMatch(UnsignJars::isSignature)) {
        return;
      }
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(unsigned))) {
        for (ZipEntry entry : entries) {
          if (!isSignature(entry)) {
            copy(zip, entry, out);
          }
        }
      }
    }
    Files.move(unsigned, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isSignature(ZipEntry entry) {
    return SIGNATURE.matcher(entry.getName()).matches();
  }

  private static void copy(ZipFile zip, ZipEntry entry, ZipOutputStream out) throws IOException {
    ZipEntry copied = new ZipEntry(entry.getName());
    copied.setTime(entry.getTime());
    out.putNextEntry(copied);
    try (InputStream in = zip.getInputStream(entry)) {
      out.write(entry.getName().equals(JarFile.MANIFEST_NAME) ? manifest(in) : in.readAllBytes());
    }
    out.closeEntry();
  }

  /** Without the digests, which are all that the manifest says of single entries. */
  private static byte[] manifest(InputStream in) throws IOException {
    Manifest manifest = new Manifest(in);
    manifest
        .getEntries()
        .values()
        .forEach(attributes ->
            attributes.keySet().removeIf(name -> name.toString().endsWith("-Digest")));
    manifest.getEntries().values().removeIf(Attributes::isEmpty);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    manifest.write(written);
    return written.toByteArray();
  }
}
