package dev.plimsoll.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Judged as {@code helm lint} of Helm 4.3.1 judged them. */
final class ContactTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"a.b+c@d-e.co.uk", "A@B.Com", "jürgen@exämple.de"})
  void acceptsAddresses(String text) {
    assertThat(ContactText.isEmail(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b", "a b@c.de", "a@b.c1", "a@1.2.3.4", "harbour"})
  void refusesAddresses(String text) {
    assertThat(ContactText.isEmail(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/a",
        "github.com/a",
        "http://localhost",
        "mailto:x@y.z",
        "https://a_b.example.com:80/x?y#z"
      })
  void acceptsUrls(String text) {
    assertThat(ContactText.isUrl(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"here", "git@github.com:a/b.git", "@a", "https://", "https://a..b"})
  void refusesUrls(String text) {
    assertThat(ContactText.isUrl(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssh://git@h/x", "x:y", "data:image/png;base64,xx"})
  void acceptsRequestUrls(String text) {
    assertThat(ContactText.isRequestUrl(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git@github.com:a/b.git",
        "https://a b.c",
        "/x",
        "//a/b",
        "https://h/%zz",
        "https://h/#%zz"
      })
  void refusesRequestUrls(String text) {
    assertThat(ContactText.isRequestUrl(text)).isFalse();
  }
}
