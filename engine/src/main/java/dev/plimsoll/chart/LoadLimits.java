package dev.plimsoll.chart;

/**
 * How much of an untrusted chart is looked at. Sizes are in bytes after decompression.
 *
 * @param chartSize all files of one chart: Helm's {@code MaxDecompressedChartSize}
 * @param fileSize one file: {@code MaxDecompressedFileSize} of Helm before 4.3, which has none
 * @param totalSize all archives of one chart together, those inside others included
 * @param members files of one folder or archive
 * @param ratio how many times larger than the archive its content may be
 * @param ratioFrom the size from which the ratio counts: a small text may well be repetitive
 * @param folderDepth how deep folders may nest; also ends a link that leads back up
 * @param chartDepth how deep charts may nest
 */
record LoadLimits(
    long chartSize,
    long fileSize,
    long totalSize,
    int members,
    int ratio,
    long ratioFrom,
    int folderDepth,
    int chartDepth) {

  private static final long MEBIBYTE = 1024L * 1024L;

  static final LoadLimits STANDARD =
      new LoadLimits(
          100 * MEBIBYTE, 5 * MEBIBYTE, 256 * MEBIBYTE, 20_000, 200, 4 * MEBIBYTE, 64, 16);

  /** {@code 5 MiB}, for messages. */
  static String mebibytes(long size) {
    return size / MEBIBYTE + " MiB";
  }
}
