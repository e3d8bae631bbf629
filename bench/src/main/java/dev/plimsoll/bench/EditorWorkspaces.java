package dev.plimsoll.bench;

import dev.plimsoll.estate.Estate;
import dev.plimsoll.estate.EstateSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the workspaces that the budgets of the editor speak of: the same at every call. */
public final class EditorWorkspaces {

  /** Of ten lines each. */
  private static final int SERVICES = 200;

  private static final String TEMPLATE =
      """
      {{- range $name, $service := .Values }}
      {{- if kindIs "map" $service }}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: {{ $name }}
      data:
        image: "{{ $service.image.repository }}:{{ $service.image.tag }}"
        replicas: "{{ $service.replicas }}"
        memory: {{ $service.resources.limits.memory }}
      {{- end }}
      {{- end }}
      """;

  private EditorWorkspaces() {}

  /**
   * Arguments: the folder to write to. It gets {@code lines}, a chart with a values file of 2,000
   * lines; {@code estate}, 50 releases in 5 environments; {@code charts}, 500 charts with a release
   * of each.
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < SERVICES; i++) {
      values.append(
          """
          service%1$d:
            # What the service runs.
            image:
              repository: registry.example.com/service%1$d
              tag: "1.%1$d.0"
            replicas: %2$d
            resources:
              limits:
                memory: %3$dMi
              enabled: true
          """
              .formatted(i, i % 5 + 1, 64 + i));
    }
    Path lines = Files.createDirectories(folder.resolve("lines/templates"));
    Files.writeString(lines.resolve("services.yaml"), TEMPLATE);
    Files.writeString(
        folder.resolve("lines/Chart.yaml"), "apiVersion: v2\nname: lines\nversion: 1.0.0\n");
    Files.writeString(folder.resolve("lines/values.yaml"), values);
    Estate.write(folder.resolve("estate"), new EstateSize(10, 50, 5));
    Estate.write(folder.resolve("charts"), new EstateSize(500, 500, 1));
  }
}
