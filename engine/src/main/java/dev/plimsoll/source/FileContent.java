package dev.plimsoll.source;

/** What reading a file gave. */
public sealed interface FileContent {

  /** A text file, decoded from UTF-8 (or UTF-16 with a byte order mark) without its mark. */
  record Text(SourceFile file) implements FileContent {}

  /** A file that is no valid text; {@code bytes} must not be changed. */
  @SuppressWarnings(
      "ArrayRecordComponent") // Never compared; copies of whole files would cost too much.
  record Binary(byte[] bytes) implements FileContent {}

  /** No file is there. */
  record Missing() implements FileContent {}

  /**
   * A file is there and was not read.
   *
   * @param reason one sentence for people: too large, outside the workspace, no permission
   */
  record Refused(String reason) implements FileContent {}
}
