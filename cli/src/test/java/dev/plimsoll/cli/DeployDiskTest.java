package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deploys of plans on a disk that is full: a small file system of their own, which wants root. */
@Tag("cluster")
final class DeployDiskTest {

  private static final int SIZE_KB = 3_072;

  @TempDir private Path folder;
  private Path disk = Path.of("");

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = Files.createDirectory(folder.resolve("disk"));
    run("mount", "-t", "tmpfs", "-o", "size=" + SIZE_KB + "k", "tmpfs", disk.toString());
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    run("umount", disk.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void nothingIsChangedWithoutRoomForTheJournal(int helm) throws IOException {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.plan("disk/plan");
    fillUpTo(200);

    CliRun full = bench.deploy("disk/plan");
    assertThat(bench.isInstalled()).isFalse();
    String left = bench.end();
    CliRun again = bench.deploy("disk/plan");
    free();
    CliRun later = bench.deploy("disk/plan");

    assertThat(full.out())
        .contains(
            "The journal cannot be written (No space left on device), so nothing was changed.");
    assertThat(full.code()).isEqualTo(4);
    assertThat(again).isEqualTo(full);
    assertThat(later.code()).as(later.out()).isZero();
    assertThat(bench.history()).isEqualTo("1 deployed");
    ScenarioTable.holds(Scenario.NO_ROOM_FOR_JOURNAL, helm, "4", left, ScenarioTable.NO_TIME);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void nothingIsChangedWithoutRoomForTheBackup(int helm) throws IOException {
    DeployBench bench = DeployBench.in(folder, helm);
    StringBuilder noise = new StringBuilder();
    new Random(1).ints(40_000).mapToObj(Integer::toHexString).forEach(noise::append);
    bench.write("web/noise.txt", noise.toString());
    bench.install();
    bench.plan("disk/plan", "--set", "replicas=3");
    fillUpTo(300);

    CliRun full = bench.deploy("disk/plan");
    assertThat(bench.history()).isEqualTo("1 deployed");
    ScenarioTable.holds(Scenario.NO_ROOM_FOR_BACKUP, bench, "disk/plan", full.code());
    free();
    CliRun later = bench.deploy("disk/plan");

    assertThat(full.out())
        .contains("The release cannot be kept before it is changed (No space left on device)");
    assertThat(full.code()).isEqualTo(4);
    assertThat(later.code()).as(later.out()).isZero();
    assertThat(bench.history()).isEqualTo("1 superseded, 2 deployed");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void theJournalHasRoomToTheEnd(int helm) throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    bench.plan("disk/plan", "--set", "replicas=3");

    CliRun good = deployIntoFullDisk(bench, "disk/plan");
    ScenarioTable.holds(Scenario.DISK_FULL_LATER, bench, "disk/plan", good.code());
    CliRun over = bench.run(List.of("resume", "disk/plan"));
    free();
    bench.plan("disk/bad", "--set", "behaviour=crash");
    CliRun bad = deployIntoFullDisk(bench, "disk/bad");

    assertThat(good.out())
        .contains("no  release-documented   The record cannot be written: No space left on device");
    assertThat(good.code()).as(good.out()).isZero();
    assertThat(over.out()).contains("That deploy is over");
    assertThat(over.code()).isZero();
    assertThat(bad.out()).contains("Revision 2 is back and healthy.");
    assertThat(bad.code()).as(bad.out()).isEqualTo(5);
    assertThat(bench.behaviour()).isEqualTo("ready");
    assertThat(bench.history()).isEqualTo("1 superseded, 2 superseded, 3 failed, 4 deployed");
    ScenarioTable.holds(Scenario.DISK_FULL_LATER_CRASH, bench, "disk/bad", bad.code());
  }

  /** The last free byte goes when helm is about to be started. */
  private CliRun deployIntoFullDisk(DeployBench bench, String plan)
      throws IOException, InterruptedException {
    CompletableFuture<CliRun> deploy = bench.begin(plan);
    bench.awaitStep(plan, "APPLY");
    fillUpTo(0);
    return deploy.join();
  }

  private void fillUpTo(int leftKb) throws IOException {
    byte[] block = new byte[4 << 10];
    try (OutputStream out = Files.newOutputStream(disk.resolve("filler"))) {
      while (leftKb == 0 || Files.getFileStore(disk).getUsableSpace() > leftKb << 10) {
        out.write(block);
      }
    } catch (IOException e) {
      // That was the last one.
      assertThat(leftKb).isZero();
    }
  }

  private void free() throws IOException {
    Files.delete(disk.resolve("filler"));
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).as(command[0]).isZero();
  }
}
