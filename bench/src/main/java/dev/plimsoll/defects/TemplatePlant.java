package dev.plimsoll.defects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mistake that a template makes, which is to be found in the template.
 *
 * @param rule what has to be said
 * @param line the line that the mistake comes before, with its indentation as first group
 * @param mistake the line to write, without indentation
 */
record TemplatePlant(String rule, Pattern line, String mistake) {

  private static final Pattern CONTAINERS = Pattern.compile("(?m)^( +)containers:\\s*$");

  static List<TemplatePlant> all() {
    return List.of(
        new TemplatePlant("shared-host-namespace", CONTAINERS, "hostPID: true"),
        new TemplatePlant("unknown-object-field", CONTAINERS, "restartPolice: Always"),
        new TemplatePlant(
            "object-type-mismatch", CONTAINERS, "terminationGracePeriodSeconds: \"soon\""),
        new TemplatePlant("unsupported-object-value", CONTAINERS, "dnsPolicy: Nowhere"));
  }

  /** A template with the mistake. */
  record Planted(Path path, String file, int line, String original) {

    void undo() throws IOException {
      Files.writeString(path, original);
    }
  }

  /** Plants the mistake in the first template that has a place for it. */
  Optional<Planted> in(Path chart) throws IOException {
    Path templates = chart.resolve("templates");
    if (!Files.isDirectory(templates)) {
      return Optional.empty();
    }
    List<Path> files;
    try (Stream<Path> found = Files.walk(templates)) {
      files = found.filter(file -> file.toString().endsWith("deployment.yaml")).sorted().toList();
    }
    for (Path file : files) {
      String text = Files.readString(file);
      Matcher place = line.matcher(text);
      if (place.find() && !text.contains(mistake.substring(0, mistake.indexOf(':')))) {
        String planted =
            text.substring(0, place.start())
                + place.group(1)
                + mistake
                + "\n"
                + text.substring(place.start());
        Files.writeString(file, planted);
        int number = (int) text.substring(0, place.start()).lines().count() + 1;
        return Optional.of(new Planted(file, chart.relativize(file).toString(), number, text));
      }
    }
    return Optional.empty();
  }
}
