package dev.plimsoll.deploy.plan;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * Packs a chart with its subcharts. The same chart gives the same bytes, and helm renders the
 * archive as it renders the folder: what {@code .helmignore} names is left out.
 */
final class ChartArchive {

  private ChartArchive() {}

  static byte[] of(Chart chart) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    add(files, chart.name() + "/", chart);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GzipParameters parameters = new GzipParameters();
    parameters.setModificationInstant(Instant.EPOCH);
    try (GzipCompressorOutputStream zipped = new GzipCompressorOutputStream(bytes, parameters);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(zipped)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static void add(Map<String, byte[]> files, String folder, Chart chart)
      throws IOException {
    files.put(folder + "Chart.yaml", bytes(chart.chartYaml().source()));
    chart.values().ifPresent(values -> files.put(folder + "values.yaml", bytes(values.source())));
    chart.schema().ifPresent(schema -> files.put(folder + "values.schema.json", bytes(schema)));
    for (ChartFile file : chart.templates()) {
      files.put(folder + file.name(), bytes(file));
    }
    for (ChartFile file : chart.crds()) {
      files.put(folder + file.name(), bytes(file));
    }
    for (ChartFile file : chart.files()) {
      files.put(folder + file.name(), bytes(file));
    }
    for (Chart subchart : chart.subcharts()) {
      add(files, folder + "charts/" + subchart.name() + "/", subchart);
    }
  }

  private static byte[] bytes(ChartFile file) throws IOException {
    return switch (file.content()) {
      case FileContent.Text(SourceFile source) -> bytes(source);
      case FileContent.Binary(byte[] bytes) -> bytes;
      case FileContent.Missing _ -> throw new IOException("`" + file.name() + "` is gone");
      case FileContent.Refused refused ->
          throw new IOException("`" + file.name() + "` cannot be read: " + refused.reason());
    };
  }

  private static byte[] bytes(SourceFile file) {
    return file.text().getBytes(StandardCharsets.UTF_8);
  }
}
