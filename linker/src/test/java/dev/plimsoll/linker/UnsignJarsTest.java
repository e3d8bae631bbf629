package dev.plimsoll.linker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnsignJarsTest {

  private static final Map<String, String> SIGNED =
      new TreeMap<>(
          Map.of(
              "META-INF/MANIFEST.MF",
              """
              Manifest-Version: 1.0
              Bundle-Version: 1.0.0

              Name: a/A.class
              SHA-256-Digest: 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

              Name: b/
              Sealed: true
              SHA-256-Digest: 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

              """,
              "META-INF/SIGNER.SF",
              "Signature-Version: 1.0\n",
              "META-INF/SIGNER.RSA",
              "not one that anybody verifies",
              "META-INF/services/a.Service",
              "a.A\n",
              "about.html",
              "a licence"));

  @TempDir private Path folder;

  @Test
  void signaturesAndDigestsGoAndTheRestStays() throws IOException {
    Path jar = write("lib-1.0.jar", SIGNED);

    UnsignJars.main(new String[] {folder.toString(), "lib"});

    try (JarFile unsigned = new JarFile(jar.toFile())) {
      assertThat(unsigned.stream().map(ZipEntry::getName))
          .containsExactly("META-INF/MANIFEST.MF", "META-INF/services/a.Service", "about.html");
      assertThat(unsigned.getInputStream(unsigned.getEntry("about.html"))).hasContent("a licence");
      Manifest manifest = unsigned.getManifest();
      assertThat(manifest.getMainAttributes().getValue("Bundle-Version")).isEqualTo("1.0.0");
      assertThat(manifest.getEntries()).containsOnlyKeys("b/");
      assertThat(manifest.getAttributes("b/").getValue("Sealed")).isEqualTo("true");
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.unsigned");
  }

  /** What is written anew would make the AOT cache of a distribution stale. */
  @Test
  void jarWithoutSignatureAndJarsOfOtherNamesAreLeftAlone() throws IOException {
    Path plain = write("lib-1.0.jar", Map.of("about.html", "a licence"));
    Path other = write("other-1.0.jar", SIGNED);
    FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
    for (Path jar : List.of(plain, other)) {
      Files.setLastModifiedTime(jar, longAgo);
    }

    UnsignJars.main(new String[] {folder.toString(), "lib"});

    assertThat(Files.getLastModifiedTime(plain)).isEqualTo(longAgo);
    assertThat(Files.getLastModifiedTime(other)).isEqualTo(longAgo);
  }

  @Test
  void nameThatFitsNoJarStopsTheBuild() {
    assertThatThrownBy(() -> UnsignJars.main(new String[] {folder.toString(), "lib"}))
        .hasMessage("No such jar in " + folder + ": [lib]");
  }

  private Path write(String name, Map<String, String> entries) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return jar;
  }
}
