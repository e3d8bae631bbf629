package dev.plimsoll.template.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CertificateFunctionsTest {

  private static final Calls CALLS = new Calls(CertificateFunctions.family());
  private static final GoInt TEN_DAYS = GoInt.of(10, Trace.NONE);

  @Test
  void signsACertificate() throws GeneralSecurityException {
    PlainContext context = PlainContext.untracked();
    GoValue authority = CALLS.call(context, "genCA", GoString.of("My CA"), TEN_DAYS);
    GoObject signed =
        (GoObject)
            CALLS.call(
                context,
                "genSignedCert",
                GoString.of("server"),
                list("10.0.0.1", "::1"),
                list("a.example.com"),
                TEN_DAYS,
                authority);
    X509Certificate parent = read((GoObject) authority);
    X509Certificate certificate = read(signed);
    certificate.verify(parent.getPublicKey());
    assertThat(parent.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
    assertThat(certificate.getIssuerX500Principal().getName()).isEqualTo("CN=My CA");
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=server");
    assertThat(certificate.getSubjectAlternativeNames())
        .hasToString("[[2, a.example.com], [7, 10.0.0.1], [7, 0:0:0:0:0:0:0:1]]");
    assertThat(certificate.getNotBefore())
        .isEqualTo(Date.from(Instant.parse("2026-03-04T05:06:07Z")));
    assertThat(certificate.getNotAfter())
        .isEqualTo(Date.from(Instant.parse("2026-03-14T05:06:07Z")));
    assertThat(certificate.getExtendedKeyUsage())
        .containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
    assertThat(field(signed, "Key").text()).startsWith("-----BEGIN RSA PRIVATE KEY-----\n");
    assertThat(context.noted()).containsExactly("genCA", "genSignedCert");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecdsa", "ed25519"})
  void usesAKeyThatIsGiven(String type) throws GeneralSecurityException {
    PlainContext context = PlainContext.untracked();
    GoString key = (GoString) CALLS.call(context, "genPrivateKey", GoString.of(type));
    GoObject certificate =
        (GoObject)
            CALLS.call(
                context,
                "genSelfSignedCertWithKey",
                GoString.of("me"),
                GoNil.LITERAL,
                GoNil.LITERAL,
                TEN_DAYS,
                key);
    X509Certificate read = read(certificate);
    read.verify(read.getPublicKey());
    assertThat(field(certificate, "Key").text()).isEqualTo(key.text());
  }

  @Test
  void dsaKeysSignNoCertificates() {
    PlainContext context = PlainContext.untracked();
    GoString key = (GoString) CALLS.call(context, "genPrivateKey", GoString.of("dsa"));
    assertThat(key.text()).startsWith("-----BEGIN DSA PRIVATE KEY-----\n");
    assertThatThrownBy(() -> CALLS.call(context, "genCAWithKey", GoString.of("ca"), TEN_DAYS, key))
        .isInstanceOf(GoFailure.class)
        .hasMessage(
            "error creating certificate: x509: certificate private key does not implement "
                + "crypto.Signer");
  }

  @Test
  void takesACertificateThatIsThere() {
    PlainContext context = PlainContext.untracked();
    GoString key = (GoString) CALLS.call(context, "genPrivateKey", GoString.of("ecdsa"));
    GoObject made =
        (GoObject) CALLS.call(context, "genCAWithKey", GoString.of("ca"), TEN_DAYS, key);
    GoString cert = field(made, "Cert");
    GoObject built =
        (GoObject)
            CALLS.call(PlainContext.untracked(), "buildCustomCert", base64(cert), base64(key));
    assertThat(GoPrinter.text(built)).isEqualTo(GoPrinter.text(made));
    assertThatThrownBy(() -> CALLS.call(context, "buildCustomCert", GoString.of("?"), base64(key)))
        .hasMessage("unable to decode base64 certificate");
    assertThatThrownBy(
            () -> CALLS.call(context, "buildCustomCert", base64(GoString.of("x")), base64(key)))
        .hasMessage("unable to decode certificate");
    assertThatThrownBy(() -> CALLS.call(context, "buildCustomCert", base64(cert), base64(cert)))
        .hasMessage(
            "error parsing private key: no private key data in PEM block of type CERTIFICATE");
  }

  @Test
  void saysWhatIsNoAddressOrKey() {
    PlainContext context = PlainContext.untracked();
    assertThat(CALLS.text(context, "genPrivateKey", GoString.of("odd")).text())
        .isEqualTo("Unknown type odd");
    assertThatThrownBy(
            () -> CALLS.call(context, "genCAWithKey", GoString.of("ca"), TEN_DAYS, MESSY))
        .hasMessage("parsing private key: no PEM data in input");
    GoString key = (GoString) CALLS.call(context, "genPrivateKey", GoString.of("ecdsa"));
    assertThatThrownBy(() ->
            CALLS.call(
                context,
                "genSelfSignedCertWithKey",
                GoString.of("me"),
                list("1.2.3"),
                list(),
                TEN_DAYS,
                key))
        .hasMessage("error parsing ip: 1.2.3");
  }

  private static final GoString MESSY = GoString.of("-----BEGIN-----");

  private static GoString field(GoObject certificate, String name) {
    return (GoString) Objects.requireNonNull(certificate.field(name));
  }

  private static GoString base64(GoString text) {
    return GoString.of(
        Base64.getEncoder().encodeToString(text.text().getBytes(StandardCharsets.UTF_8)));
  }

  private static GoList list(String... texts) {
    return new GoList(
        List.of(texts).stream().map(text -> (GoValue) GoString.of(text)).toList(), Trace.NONE);
  }

  private static X509Certificate read(GoObject certificate) throws GeneralSecurityException {
    String pem = field(certificate, "Cert").text();
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
  }
}
