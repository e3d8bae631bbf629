package dev.plimsoll.lsp.protocol;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** Addresses of files. */
public final class FileUris {

  private FileUris() {}

  /** The file that an address names; empty for what is no file of this machine. */
  public static Optional<Path> path(String uri) {
    try {
      URI parsed = new URI(uri);
      if (!"file".equals(parsed.getScheme()) || parsed.getPath() == null) {
        return Optional.empty();
      }
      // Only the path counts: some clients write `file://localhost/`.
      return Optional.of(
          Path.of(new URI("file", null, parsed.getPath(), null)).toAbsolutePath().normalize());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  /** The address of a file. */
  public static String of(Path path) {
    String uri = path.toUri().toString();
    return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }
}
