package dev.plimsoll.deploy.cluster;

import dev.plimsoll.deploy.json.Json;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tables of PostgreSQL that Helm's driver {@code sql} makes. A record is a row as JSON. */
final class SqlStorage implements ReleaseStorage {

  private static final List<String> TEXTS =
      List.of("key", "type", "body", "name", "namespace", "status", "owner");
  private static final List<String> NUMBERS = List.of("version", "createdat", "modifiedat");
  private static final String ALL = String.join(", ", TEXTS) + ", " + String.join(", ", NUMBERS);
  private static final String LABELS = "labels";

  /** As long as nothing has been installed, there are no tables. */
  private static final String UNDEFINED_TABLE = "42P01";

  private final SqlAddress address;

  SqlStorage(SqlAddress address) {
    this.address = address;
  }

  @Override
  public String driver() {
    return "SQL";
  }

  @Override
  public Optional<String> resource() {
    return Optional.empty();
  }

  /** A text of PostgreSQL. */
  @Override
  public long largestRecord() {
    return 1L << 30;
  }

  @Override
  public List<JsonNode> records(String namespace, String release) throws ClusterFailure {
    return with(connection -> {
      String select =
          "SELECT " + ALL + " FROM releases_v1 WHERE owner = 'helm' AND namespace = ? AND name = ?";
      List<JsonNode> records = new ArrayList<>();
      try (PreparedStatement statement = statement(connection, select, namespace, release);
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          records.add(record(connection, rows));
        }
      } catch (SQLException e) {
        if (!UNDEFINED_TABLE.equals(e.getSQLState())) {
          throw e;
        }
      }
      return records;
    });
  }

  private static ObjectNode record(Connection connection, ResultSet row) throws SQLException {
    ObjectNode record = Json.object();
    for (String column : TEXTS) {
      record.put(column, row.getString(column));
    }
    for (String column : NUMBERS) {
      record.put(column, row.getLong(column));
    }
    ObjectNode labels = record.putObject(LABELS);
    String select =
        "SELECT key, value FROM custom_labels_v1 WHERE releasekey = ? AND releasenamespace = ?";
    try (PreparedStatement statement =
            statement(connection, select, row.getString("key"), row.getString("namespace"));
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        labels.put(found.getString("key"), found.getString("value"));
      }
    }
    return record;
  }

  @Override
  public String name(JsonNode record) {
    return Json.text(record, "key");
  }

  @Override
  public String body(JsonNode record) {
    return Json.text(record, "body");
  }

  @Override
  public void replace(JsonNode record, String body, String status) throws ClusterFailure {
    int changed =
        with(connection -> {
          String update =
              "UPDATE releases_v1 SET body = ?, status = ?, modifiedat = ?"
                  + " WHERE key = ? AND namespace = ? AND body = ?";
          try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setString(1, body);
            statement.setString(2, status);
            statement.setInt(3, (int) Instant.now().getEpochSecond());
            statement.setString(4, name(record));
            statement.setString(5, Json.text(record, "namespace"));
            statement.setString(6, body(record));
            return statement.executeUpdate();
          }
        });
    if (changed == 0) {
      throw new ClusterFailure(
          ClusterFailure.Kind.CONFLICT,
          "Somebody else has changed the record `" + name(record) + "`.");
    }
  }

  @Override
  public boolean create(JsonNode record) throws ClusterFailure {
    return with(connection -> {
      connection.setAutoCommit(false);
      String insert =
          "INSERT INTO releases_v1 ("
              + ALL
              + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
      try (PreparedStatement statement = connection.prepareStatement(insert)) {
        int place = 1;
        for (String column : TEXTS) {
          statement.setString(place++, Json.text(record, column));
        }
        for (String column : NUMBERS) {
          statement.setInt(place++, record.path(column).asInt(0));
        }
        if (statement.executeUpdate() == 0) {
          return false;
        }
      }
      addLabels(connection, record);
      connection.commit();
      return true;
    });
  }

  private static void addLabels(Connection connection, JsonNode record) throws SQLException {
    String insert =
        "INSERT INTO custom_labels_v1 (releasekey, releasenamespace, key, value)"
            + " VALUES (?, ?, ?, ?)";
    for (Map.Entry<String, JsonNode> label : record.path(LABELS).properties()) {
      try (PreparedStatement statement =
          statement(
              connection,
              insert,
              Json.text(record, "key"),
              Json.text(record, "namespace"),
              label.getKey(),
              label.getValue().asString(""))) {
        statement.executeUpdate();
      }
    }
  }

  private static PreparedStatement statement(Connection connection, String sql, String... texts)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < texts.length; i++) {
      statement.setString(i + 1, texts[i]);
    }
    return statement;
  }

  /** Each question has a connection of its own: a deploy asks few, and minutes lie between them. */
  private <T> T with(Question<T> question) throws ClusterFailure {
    try (Connection connection = DriverManager.getConnection(address.url(), address.properties())) {
      return question.ask(connection);
    } catch (SQLException e) {
      throw new ClusterFailure(
          kind(String.valueOf(e.getSQLState())),
          "The database in which Helm keeps releases cannot be used: "
              + address.masked(String.valueOf(e.getMessage()))
              + ".");
    }
  }

  private static ClusterFailure.Kind kind(String state) {
    return switch (state.substring(0, Math.min(2, state.length()))) {
      case "08", "53", "57" -> ClusterFailure.Kind.UNREACHABLE;
      case "28" -> ClusterFailure.Kind.UNAUTHORIZED;
      default -> state.equals("42501") ? ClusterFailure.Kind.FORBIDDEN : ClusterFailure.Kind.OTHER;
    };
  }

  /** What is asked of the database. */
  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }
}
