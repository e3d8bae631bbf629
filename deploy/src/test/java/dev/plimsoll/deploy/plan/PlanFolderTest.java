package dev.plimsoll.deploy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.deploy.cluster.ClusterIdentity;
import dev.plimsoll.deploy.cluster.ObjectKey;
import dev.plimsoll.deploy.plan.ObjectChange.Action;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanFolderTest {

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void write() throws IOException {
    folder = temporary.resolve("plan");
    PlanFolder.write(
        folder,
        plan(),
        Map.of(
            "rendered.yaml", "kind: ConfigMap\n".getBytes(StandardCharsets.UTF_8),
            "values/01.yaml", "a: 1\n".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsWhatWasWritten() throws IOException, PlanFolder.Tampered {
    PlanFolder read = PlanFolder.read(folder);

    assertThat(read.hash()).matches("sha256:[0-9a-f]{64}");
    assertThat(read.plan().changes()).isEqualTo(plan().changes());
    assertThat(read.plan().live()).isEqualTo(plan().live());
    assertThat(read.plan().toJson()).isEqualTo(read.plan().withFiles(read.plan().files()).toJson());
  }

  @Test
  void samePlanHasSameHash() throws IOException, PlanFolder.Tampered {
    PlanFolder again =
        PlanFolder.write(
            temporary.resolve("again"),
            plan(),
            Map.of(
                "values/01.yaml", "a: 1\n".getBytes(StandardCharsets.UTF_8),
                "rendered.yaml", "kind: ConfigMap\n".getBytes(StandardCharsets.UTF_8)));

    assertThat(again.hash()).isEqualTo(PlanFolder.read(folder).hash());
  }

  @Test
  void saysWhichFileHasChanged() throws IOException {
    Files.writeString(folder.resolve("values/01.yaml"), "a: 2\n");

    assertThatThrownBy(() -> PlanFolder.read(folder))
        .isInstanceOf(PlanFolder.Tampered.class)
        .hasMessage("`values/01.yaml` is not what it was when the plan was made.");
  }

  @Test
  void saysThatThePlanItselfHasChanged() throws IOException {
    Path manifest = folder.resolve("plan.json");
    Files.writeString(manifest, Files.readString(manifest).replace("v4.3.1", "v4.3.2"));

    assertThatThrownBy(() -> PlanFolder.read(folder))
        .isInstanceOf(PlanFolder.Tampered.class)
        .hasMessage("`plan.json` is not what it was when the plan was made.");
  }

  @Test
  void saysWhatIsMissingOrNew() throws IOException {
    Files.writeString(folder.resolve("values/02.yaml"), "b: 2\n");
    assertThatThrownBy(() -> PlanFolder.read(folder))
        .hasMessage("`values/02.yaml` does not belong to the plan.");

    Files.delete(folder.resolve("values/02.yaml"));
    Files.delete(folder.resolve("rendered.yaml"));
    assertThatThrownBy(() -> PlanFolder.read(folder))
        .hasMessage("`rendered.yaml` of the plan is missing.");
  }

  @Test
  void approvalsAndRunsMayGrow() throws IOException, PlanFolder.Tampered {
    String before = PlanFolder.read(folder).hash();
    Files.createDirectories(folder.resolve("approvals"));
    Files.writeString(folder.resolve("approvals/ana.json"), "{}");

    assertThat(PlanFolder.read(folder).hash()).isEqualTo(before);
  }

  private static Plan plan() {
    return new Plan(
        Instant.parse("2026-11-26T10:00:00Z"),
        "ana@example.com",
        "",
        "prod",
        "production",
        "prod-us",
        "web",
        "shop",
        new ClusterIdentity("uid", "v1.36.3", "prod-us"),
        "v4.3.1",
        "web-1.2.0",
        Optional.of(new Plan.LiveRelease(3, "deployed", "web-1.1.0", "sha256:aa")),
        false,
        List.of("data/db"),
        List.of("values/01.yaml"),
        List.of("--set", "a=1"),
        List.of(
            new ObjectChange(
                new ObjectKey("apps/v1", "Deployment", "shop", "web"),
                Action.UPDATE,
                List.of(new FieldChange("spec.replicas", Optional.of("2"), Optional.of("3"))),
                "")),
        List.of(),
        Map.of());
  }
}
