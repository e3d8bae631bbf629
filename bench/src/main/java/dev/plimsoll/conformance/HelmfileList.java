package dev.plimsoll.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings {@code plimsoll releases --format json} into the shape of {@code helmfile list}. */
final class HelmfileList {

  private static final List<String> FIELDS =
      List.of("name", "namespace", "enabled", "installed", "labels", "chart", "version");
  private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*}");

  private HelmfileList() {}

  static String of(String json) {
    List<String> rows = new ArrayList<>();
    Matcher objects = OBJECT.matcher(json);
    while (objects.find()) {
      List<String> fields = new ArrayList<>();
      for (String field : FIELDS) {
        Matcher value =
            Pattern.compile("\"" + field + "\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|true|false)")
                .matcher(objects.group());
        if (value.find()) {
          fields.add("\"" + field + "\":" + value.group(1));
        }
      }
      rows.add("{" + String.join(",", fields) + "}");
    }
    return "[" + String.join(",", rows) + "]";
  }
}
