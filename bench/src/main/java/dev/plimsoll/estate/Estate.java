package dev.plimsoll.estate;

import dev.plimsoll.estate.ChartKind.InnerChart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Writes an estate; the same size gives the same files. */
public final class Estate {

  private static final List<String> CHARTS =
      List.of(
          "storefront",
          "mailer",
          "ledger",
          "gateway",
          "reports",
          "accounts",
          "indexer",
          "sessions",
          "console",
          "cleanup");
  private static final List<String> ENVIRONMENTS =
      List.of("dev", "test", "qa", "staging", "prod-eu", "prod-us", "prod-ap", "prod-sa");
  private static final int TEAMS = 5;

  private final Path root;
  private final EstateSize size;
  private final List<EstateRender> renders = new ArrayList<>();

  private Estate(Path root, EstateSize size) {
    this.root = root;
    this.size = size;
  }

  /**
   * Writes an estate.
   *
   * @return what it renders, environment by environment
   */
  public static List<EstateRender> write(Path root, EstateSize size) throws IOException {
    Estate estate = new Estate(root, size);
    estate.writeCharts();
    estate.writeEnvironments();
    estate.writeReleases();
    estate.write("helmfile.yaml.gotmpl", EstateText.helmfile(size));
    estate.addRenders();
    return estate.renders;
  }

  static String environment(int index) {
    String name = ENVIRONMENTS.get(index % ENVIRONMENTS.size());
    return index < ENVIRONMENTS.size() ? name : name + "-" + index / ENVIRONMENTS.size();
  }

  static String chart(int index) {
    String name = CHARTS.get(index % CHARTS.size());
    return index < CHARTS.size() ? name : name + "-" + index / CHARTS.size();
  }

  static String release(int index, EstateSize size) {
    return String.format(
        Locale.ROOT, "%s-%02d", chart(index % size.charts()), index / size.charts());
  }

  static String team(int release) {
    return "team-" + release % TEAMS;
  }

  static boolean isWeb(int release, EstateSize size) {
    return ChartKind.of(release % size.charts()).equals(ChartKind.WEB);
  }

  static String domain(int environment) {
    return environment(environment) + ".example.com";
  }

  private void writeCharts() throws IOException {
    for (int i = 0; i < size.charts(); i++) {
      String name = chart(i);
      ChartKind kind = ChartKind.of(i);
      String folder = "charts/" + name + "/";
      write(folder + "Chart.yaml", EstateText.chart(name, i, kind));
      StringBuilder values = new StringBuilder();
      for (String part : kind.defaults()) {
        values.append(resource(part + ".yaml", name));
      }
      write(folder + "values.yaml", values.toString());
      write(folder + "templates/_helpers.tpl", resource("shared/_helpers.tpl", name));
      for (String template : kind.templates()) {
        String file = template.substring(template.indexOf('/') + 1) + ".yaml";
        write(folder + "templates/" + file, resource(template + ".yaml", name));
      }
      for (InnerChart inner : kind.inner()) {
        writeInner(folder, inner);
      }
    }
  }

  private void writeInner(String folder, InnerChart inner) throws IOException {
    String name = inner.name();
    String innerFolder = folder + "charts/" + name + "/";
    for (String file : List.of("Chart.yaml", "values.yaml")) {
      write(innerFolder + file, resource(name + "/" + file, name));
    }
    for (String template : inner.templates()) {
      write(innerFolder + "templates/" + template, resource(name + "/" + template, name));
    }
  }

  private void writeEnvironments() throws IOException {
    write("values/common.yaml", EstateText.commonValues());
    for (int i = 0; i < size.environments(); i++) {
      write("environments/" + environment(i) + ".yaml", EstateText.environment(i));
      write("values/" + environment(i) + ".yaml", EstateText.environmentValues(i));
    }
  }

  private void writeReleases() throws IOException {
    for (int i = 0; i < size.releases(); i++) {
      String folder = "releases/" + release(i, size) + "/";
      write(folder + "values.yaml", EstateText.releaseValues(i, size));
      for (int e = 0; e < size.environments(); e++) {
        write(folder + environment(e) + ".yaml", EstateText.releaseValues(i, e, size));
      }
    }
  }

  private void addRenders() {
    for (int e = 0; e < size.environments(); e++) {
      for (int i = 0; i < size.releases(); i++) {
        String name = release(i, size);
        renders.add(
            new EstateRender(
                environment(e),
                name,
                team(i),
                "charts/" + chart(i % size.charts()),
                List.of(
                    "values/common.yaml",
                    "values/" + environment(e) + ".yaml",
                    "releases/" + name + "/values.yaml",
                    "releases/" + name + "/" + environment(e) + ".yaml"),
                isWeb(i, size) ? Map.of("ingress.host", name + "." + domain(e)) : Map.of()));
      }
    }
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private static String resource(String name, String chart) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Estate.class.getResourceAsStream(name), () -> name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@chart@", chart);
    }
  }
}
