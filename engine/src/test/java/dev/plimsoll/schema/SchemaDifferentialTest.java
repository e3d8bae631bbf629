package dev.plimsoll.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.testkit.HelmOracle;
import dev.plimsoll.testkit.HelmOracle.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Helm accepts values exactly when we report nothing, over generated schemas and values. */
final class SchemaDifferentialTest {

  /** What {@link HelmOracle} embeds. */
  private static final String EMBEDDED = "3.21.0";

  private static final int CASES = 1500;

  @Test
  void acceptsWhatHelmAccepts(@TempDir Path folder) throws IOException {
    write(folder, "Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\n");
    write(folder, "templates/empty.yaml", "");
    List<String> differences = new ArrayList<>();
    int accepted = 0;
    for (int seed = 0; seed < CASES; seed++) {
      SchemaGenerator generator = new SchemaGenerator(seed);
      String schema = generator.schema();
      String values = generator.values();
      write(folder, "values.schema.json", schema);
      write(folder, "prod.yaml", values);
      Answer answer = HelmOracle.template(folder, List.of(folder.resolve("prod.yaml")), Map.of());
      SchemaVerdict ours =
          SchemaCase.schema(schema).helm(EMBEDDED).file("prod.yaml", values).judge();
      boolean accepts = answer instanceof Answer.Done;
      accepted += accepts ? 1 : 0;
      if (accepts != ours.diagnostics().isEmpty() || !ours.notChecked().isEmpty()) {
        differences.add(difference(seed, schema, values, answer, ours));
      }
    }
    assertThat(differences).isEmpty();
    assertThat(accepted).as("accepted cases").isBetween(CASES / 10, CASES * 9 / 10);
  }

  private static String difference(
      int seed, String schema, String values, Answer answer, SchemaVerdict ours) {
    String helm =
        switch (answer) {
          case Answer.Done _ -> "accepted";
          case Answer.Refused refused -> refused.message();
        };
    List<String> said = ours.diagnostics().stream().map(Diagnostic::message).toList();
    return "seed %d%n%s%n%s%nHelm: %s%nours: %s %s%n"
        .formatted(seed, schema, values, helm, said, ours.notChecked());
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
