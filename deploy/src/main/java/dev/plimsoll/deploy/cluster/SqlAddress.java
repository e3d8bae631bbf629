package dev.plimsoll.deploy.cluster;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The database of Helm's driver {@code sql}, as the variables of the environment say it: those of
 * PostgreSQL, and above them the connection string, which is a URL or a list of {@code name=value}.
 */
final class SqlAddress {

  private static final String VARIABLE = "HELM_DRIVER_SQL_CONNECTION_STRING";

  private static final Map<String, String> VARIABLES =
      Map.of(
          "PGHOST", "host",
          "PGPORT", "port",
          "PGDATABASE", "dbname",
          "PGUSER", "user",
          "PGPASSWORD", "password",
          "PGSSLMODE", "sslmode",
          "PGSSLCERT", "sslcert",
          "PGSSLKEY", "sslkey",
          "PGSSLROOTCERT", "sslrootcert");

  /** Names that the driver of Java shares. */
  private static final Set<String> SHARED =
      Set.of("user", "password", "sslmode", "sslcert", "sslkey", "sslrootcert");

  private static final Set<String> OWN = Set.of("host", "port", "dbname", "connect_timeout");

  private static final Pattern PAIR =
      Pattern.compile(
          "\\G\\s*([A-Za-z_]+)\\s*=\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|((?!')(?:[^\\s\\\\]|\\\\.)*))");

  private final Map<String, String> parameters;

  private SqlAddress(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  static SqlAddress of(Map<String, String> environment) throws ClusterFailure {
    Map<String, String> parameters = new LinkedHashMap<>();
    VARIABLES.forEach((variable, name) -> {
      String value = environment.getOrDefault(variable, "");
      if (!value.isEmpty()) {
        parameters.put(name, value);
      }
    });
    String text = environment.getOrDefault(VARIABLE, "").strip();
    if (text.isEmpty()) {
      throw problem("is not set, and HELM_DRIVER is sql");
    }
    if (text.startsWith("postgres://") || text.startsWith("postgresql://")) {
      readUrl(text, parameters);
    } else {
      readPairs(text, parameters);
    }
    if (parameters.getOrDefault("host", "").startsWith("/")) {
      throw problem("names a socket of this machine, which only helm can use; name a host");
    }
    return new SqlAddress(parameters);
  }

  private static void readUrl(String text, Map<String, String> parameters) throws ClusterFailure {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      // Its message has the text, and the text has the password.
      throw problem("is no URL of a database");
    }
    if (uri.getRawUserInfo() != null) {
      String[] parts = uri.getRawUserInfo().split(":", 2);
      parameters.put("user", decoded(parts[0]));
      if (parts.length == 2) {
        parameters.put("password", decoded(parts[1]));
      }
    }
    put(parameters, "host", uri.getHost() == null ? "" : uri.getHost());
    put(parameters, "port", uri.getPort() < 0 ? "" : Integer.toString(uri.getPort()));
    put(parameters, "dbname", uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", ""));
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String pair : query.split("&", -1)) {
      int equal = pair.indexOf('=');
      if (equal > 0) {
        parameters.put(decoded(pair.substring(0, equal)), decoded(pair.substring(equal + 1)));
      }
    }
  }

  private static void readPairs(String text, Map<String, String> parameters) throws ClusterFailure {
    Matcher matcher = PAIR.matcher(text);
    int end = 0;
    while (matcher.find()) {
      String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      parameters.put(matcher.group(1), value.replaceAll("\\\\(.)", "$1"));
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw problem("is neither a URL nor a list of name=value");
    }
  }

  private static void put(Map<String, String> parameters, String name, String value) {
    if (!value.isEmpty()) {
      parameters.put(name, value);
    }
  }

  private static String decoded(String text) throws ClusterFailure {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw problem("is no URL of a database");
    }
  }

  private static ClusterFailure problem(String what) {
    return new ClusterFailure(ClusterFailure.Kind.OTHER, VARIABLE + " " + what + ".");
  }

  /** As JDBC wants it; user and password are among the properties. */
  String url() {
    String host = parameters.getOrDefault("host", "localhost");
    return "jdbc:postgresql://"
        + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host)
        + ":"
        + parameters.getOrDefault("port", "5432")
        + "/"
        + URLEncoder.encode(
            parameters.getOrDefault("dbname", parameters.getOrDefault("user", "")),
            StandardCharsets.UTF_8);
  }

  Properties properties() {
    Properties properties = new Properties();
    // What helm takes where nothing is said.
    properties.put("sslmode", "require");
    properties.put("connectTimeout", parameters.getOrDefault("connect_timeout", "10"));
    properties.put("socketTimeout", "20");
    StringBuilder options = new StringBuilder(parameters.getOrDefault("options", ""));
    parameters.forEach((name, value) -> {
      if (SHARED.contains(name)) {
        properties.put(name, value);
      } else if (name.endsWith("application_name")) {
        properties.put("ApplicationName", value);
      } else if (!OWN.contains(name) && !name.equals("options")) {
        // Any other is a setting of the session, such as search_path.
        options.append(" -c ").append(name).append('=').append(value.replace(" ", "\\ "));
      }
    });
    if (!options.isEmpty()) {
      properties.put("options", options.toString().strip());
    }
    return properties;
  }

  /** A text without the password. */
  String masked(String text) {
    String password = parameters.getOrDefault("password", "");
    return password.isEmpty() ? text : text.replace(password, "********");
  }
}
