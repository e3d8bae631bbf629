package dev.plimsoll.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postgres://db.example.com/helm                  | jdbc:postgresql://db.example.com:5432/helm
          postgresql://ana@db.example.com:6432/helm       | jdbc:postgresql://db.example.com:6432/helm
          postgres://ana@db.example.com                   | jdbc:postgresql://db.example.com:5432/ana
          postgres://[::1]:6432/helm                      | jdbc:postgresql://[::1]:6432/helm
          host=db.example.com port=6432 dbname=helm       | jdbc:postgresql://db.example.com:6432/helm
          host = db.example.com  dbname='helm releases'   | jdbc:postgresql://db.example.com:5432/helm+releases
          host=::1 dbname=helm                            | jdbc:postgresql://[::1]:5432/helm
          dbname=helm                                     | jdbc:postgresql://localhost:5432/helm
          """)
  void theAddressIsThatOfHelm(String said, String jdbc) throws ClusterFailure {
    assertThat(address(said).url()).isEqualTo(jdbc);
  }

  @Test
  void aUrlHoldsUserPasswordAndOptions() throws ClusterFailure {
    Properties properties =
        address("postgres://ana:p%40ss+word@db/helm?sslmode=disable&search_path=releases")
            .properties();

    assertThat(properties)
        .containsEntry("user", "ana")
        .containsEntry("password", "p@ss+word")
        .containsEntry("sslmode", "disable")
        .containsEntry("options", "-c search_path=releases");
  }

  @Test
  void quotedPairsHoldSpacesAndQuotes() throws ClusterFailure {
    assertThat(address("user=ana password='it\\'s a \\\\ secret' host=db").properties())
        .containsEntry("user", "ana")
        .containsEntry("password", "it's a \\ secret");
  }

  @Test
  void encryptionIsUsualAsItIsForHelm() throws ClusterFailure {
    assertThat(address("host=db").properties()).containsEntry("sslmode", "require");
  }

  @Test
  void theVariablesOfPostgresStandBelowTheAddress() throws ClusterFailure {
    Map<String, String> variables =
        Map.of("PGHOST", "elsewhere", "PGPORT", "6432", "PGUSER", "ben", "PGPASSWORD", "secret");

    SqlAddress address = address("host=db dbname=helm user=ana", variables);

    assertThat(address.url()).isEqualTo("jdbc:postgresql://db:6432/helm");
    assertThat(address.properties())
        .containsEntry("user", "ana")
        .containsEntry("password", "secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "postgres://ana:hush hush@db/helm",
        "postgres://ana:%zz@db/helm",
        "hush",
        "host=db password='hush",
        "host=/var/run/postgresql password=hush"
      })
  void whatCannotBeUsedIsRefusedWithoutItsPassword(String said) {
    assertThatThrownBy(() -> address(said))
        .isInstanceOf(ClusterFailure.class)
        .hasMessageStartingWith("HELM_DRIVER_SQL_CONNECTION_STRING ")
        .message()
        .doesNotContain("hush");
  }

  @Test
  void thePasswordIsMaskedInWhatTheDriverSays() throws ClusterFailure {
    assertThat(address("postgres://ana:hush@db/helm").masked("login of ana with hush failed"))
        .isEqualTo("login of ana with ******** failed");
  }

  private static SqlAddress address(String said) throws ClusterFailure {
    return address(said, Map.of());
  }

  private static SqlAddress address(String said, Map<String, String> variables)
      throws ClusterFailure {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("HELM_DRIVER_SQL_CONNECTION_STRING", said);
    return SqlAddress.of(environment);
  }
}
