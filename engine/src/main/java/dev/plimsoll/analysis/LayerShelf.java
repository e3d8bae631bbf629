package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.YamlDiagnostics;
import dev.plimsoll.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Values files, each read once. Thread-safe but for {@link #nextAnalysis}. */
final class LayerShelf {

  private final FileMemory memory;
  private Map<Key, ReadLayer> layers = new ConcurrentHashMap<>();
  private Map<Key, ReadLayer> layersBefore = new ConcurrentHashMap<>();

  LayerShelf(FileMemory memory) {
    this.memory = memory;
  }

  private record Key(SourceFile file, Layer.Kind kind, HelmVersion helm) {}

  /** What reading the file that a release names gave. */
  sealed interface Found {
    /** A layer, with what Helm refuses in it. */
    record Read(ReadLayer layer) implements Found {}

    /** No such file. */
    record Missing() implements Found {}

    /** A file that was not read, and why: a sentence. */
    record Refused(String reason) implements Found {}
  }

  /** A layer with what is wrong in it. */
  record ReadLayer(LayerValues values, List<Diagnostic> diagnostics) {

    ReadLayer {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  void nextAnalysis() {
    layersBefore = layers;
    layers = new ConcurrentHashMap<>();
  }

  Found find(FileTree files, String path, HelmVersion helm) {
    return switch (files.read(path)) {
      case FileContent.Text(SourceFile file) ->
          new Found.Read(read(new Layer(Layer.Kind.VALUES_FILE, file), helm));
      case FileContent.Binary ignored -> new Found.Refused("It is no text in UTF-8.");
      case FileContent.Missing() -> new Found.Missing();
      case FileContent.Refused(String reason) -> new Found.Refused(reason);
    };
  }

  ReadLayer read(Layer layer, HelmVersion helm) {
    Key key = new Key(layer.file(), layer.kind(), helm);
    ReadLayer known = layers.get(key);
    if (known != null) {
      return known;
    }
    ReadLayer before = layersBefore.get(key);
    ReadLayer found = before == null ? readNow(layer, helm) : before;
    ReadLayer winner = layers.putIfAbsent(key, found);
    return winner == null ? found : winner;
  }

  private ReadLayer readNow(Layer layer, HelmVersion helm) {
    YamlFile yaml = memory.yaml(layer.file());
    List<Diagnostic> diagnostics = new ArrayList<>(YamlDiagnostics.of(yaml));
    LayerValues values = LayerReader.read(yaml, layer, helm, diagnostics::add);
    return new ReadLayer(EncryptedValues.decryptedShape(values), diagnostics);
  }
}
