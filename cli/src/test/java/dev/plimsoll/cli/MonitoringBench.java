package dev.plimsoll.cli;

import dev.plimsoll.testkit.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The real Prometheus, which scrapes itself as the job {@code web}, and the real Alertmanager. */
final class MonitoringBench implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final String prometheus;
  private final String alertmanager;
  private final List<Process> processes;

  private MonitoringBench(String prometheus, String alertmanager, List<Process> processes) {
    this.prometheus = prometheus;
    this.alertmanager = alertmanager;
    this.processes = processes;
  }

  /** Starts both; needs Debian's packages prometheus and prometheus-alertmanager. */
  static MonitoringBench start(Path folder) throws IOException, InterruptedException {
    String metrics = "127.0.0.1:" + FreePorts.block(1);
    String alerts = "127.0.0.1:" + FreePorts.block(1);
    Files.writeString(
        folder.resolve("rules.yml"),
        "groups: [{name: web, rules: [{alert: WebDown, expr: 'up{job=\"web\"} == 0'}]}]\n");
    Files.writeString(
        folder.resolve("prometheus.yml"),
        """
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        rule_files: [rules.yml]
        scrape_configs:
          - {job_name: web, static_configs: [{targets: ["%s"]}]}
          - {job_name: gone, static_configs: [{targets: ["127.0.0.1:1"]}]}
        """
            .formatted(metrics));
    Files.writeString(
        folder.resolve("alertmanager.yml"), "route: {receiver: none}\nreceivers: [{name: none}]\n");
    MonitoringBench bench =
        new MonitoringBench(
            "http://" + metrics,
            "http://" + alerts,
            List.of(
                start(
                    folder,
                    "prometheus",
                    "--config.file=prometheus.yml",
                    "--storage.tsdb.path=metrics",
                    "--web.listen-address=" + metrics),
                start(
                    folder,
                    "prometheus-alertmanager",
                    "--config.file=alertmanager.yml",
                    "--storage.path=alerts",
                    "--cluster.listen-address=",
                    "--web.listen-address=" + alerts)));
    bench.await(bench.prometheus);
    bench.await(bench.alertmanager);
    return bench;
  }

  String prometheus() {
    return prometheus;
  }

  String alertmanager() {
    return alertmanager;
  }

  /** Makes an alert fire. */
  void fire(String name) throws IOException, InterruptedException {
    post("alerts", "[{\"labels\": {\"alertname\": \"" + name + "\", \"service\": \"web\"}}]");
  }

  /** Silences an alert for an hour. */
  void silence(String name) throws IOException, InterruptedException {
    Instant now = Instant.now();
    post(
        "silences",
        """
        {"matchers": [{"name": "alertname", "value": "%s", "isRegex": false, "isEqual": true}],
         "startsAt": "%s", "endsAt": "%s", "createdBy": "ana", "comment": "known"}
        """
            .formatted(name, now, now.plusSeconds(3600)));
  }

  private void post(String what, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(alertmanager + "/api/v2/" + what))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + ": " + answer.body());
    }
    // Alertmanager shows it a moment later.
    Thread.sleep(1_000);
  }

  private void await(String address) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      try {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/-/ready")).build();
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // Not yet.
      }
      Thread.sleep(200);
    }
    throw new AssertionError(address + " does not become ready");
  }

  private static Process start(Path folder, String... command) throws IOException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(command[0] + ".log").toFile())
        .start();
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.destroy();
      process.onExit().join();
    }
    client.close();
  }
}
