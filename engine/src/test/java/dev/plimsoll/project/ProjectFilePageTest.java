package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page about the project file lists every field of the schema; {@code -Dgolden.update=true}.
 */
final class ProjectFilePageTest {

  private static final Path ROOT = Path.of(System.getProperty("plimsoll.root"));
  private static final Path PAGE = ROOT.resolve("docs/project-file.md");
  private static final String MARK = "<!-- Generated from docs/schema/plimsoll.schema.json. -->\n";

  @Test
  void pageListsEveryField() throws IOException {
    JsonNode schema =
        new JsonMapper()
            .readTree(Files.readString(ROOT.resolve("docs/schema/plimsoll.schema.json")));
    StringBuilder table = new StringBuilder("\n| field | |\n|---|---|\n");
    addRows(schema, "", table);
    String page = Files.readString(PAGE);
    int end = page.indexOf(MARK) + MARK.length();

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page.substring(0, end) + table);
    }

    assertThat(page).contains(MARK);
    assertThat(page.substring(end)).isEqualTo(table.toString());
  }

  private static void addRows(JsonNode schema, String path, StringBuilder table) {
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      String name = path + field.getKey();
      JsonNode value = field.getValue();
      String description = value.path("description").asString("").replace("|", "\\|");
      table.append("| `").append(name).append("` | ").append(description).append(" |\n");
      addRows(value, name + ".", table);
      addRows(value.path("items"), name + "[].", table);
      addRows(value.path("additionalProperties"), name + ".*.", table);
    }
  }
}
