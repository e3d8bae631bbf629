package dev.plimsoll.deploy.record;

import dev.plimsoll.source.Sha256;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.Extension;

/** The certificate of a keyless signature: who has signed, and that the authority says so. */
final class SigstoreCertificate {

  private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
  private static final String ISSUER = "1.3.6.1.4.1.57264.1.8";
  private static final String OLD_ISSUER = "1.3.6.1.4.1.57264.1.1";
  private static final String TIMESTAMPS = "1.3.6.1.4.1.11129.2.4.2";
  private static final int EXTENSIONS = 3;
  private static final int EMAIL = 1;
  private static final int ADDRESS = 6;

  private final X509Certificate certificate;

  SigstoreCertificate(X509Certificate certificate) {
    this.certificate = certificate;
  }

  /** Verifies that an authority has given it for signing, and a log has taken it in. */
  void verify(SigstoreTrust trust, Instant time) throws SigstoreRefusal {
    X509Certificate issuer =
        issuer(trust, time)
            .orElseThrow(() ->
                new SigstoreRefusal(
                    "No authority that is trusted has given the certificate for that time."));
    verifyUse();
    verifyTimestamps(trust, issuer);
  }

  /** Verifies who has signed, to the letter. */
  void verifySigner(String identity, String issuer) throws SigstoreRefusal {
    List<String> names = names();
    if (!names.contains(identity)) {
      throw new SigstoreRefusal(
          "It is signed by " + String.join(", ", names) + ", and not by " + identity + ".");
    }
    String said = said(ISSUER).or(() -> said(OLD_ISSUER)).orElse("nobody");
    if (!said.equals(issuer)) {
      throw new SigstoreRefusal(
          "Who has signed is vouched for by " + said + ", and not by " + issuer + ".");
    }
  }

  /** The certificate that signs this one, if it leads to a root that is trusted. */
  private Optional<X509Certificate> issuer(SigstoreTrust trust, Instant time) {
    for (SigstoreTrust.Authority authority : trust.authorities()) {
      if (authority.period().has(time)
          && !authority.chain().isEmpty()
          && leadsTo(authority.chain(), Date.from(time))) {
        return Optional.of(authority.chain().getFirst());
      }
    }
    return Optional.empty();
  }

  private boolean leadsTo(List<X509Certificate> chain, Date time) {
    X509Certificate root = chain.getLast();
    List<X509Certificate> path = new ArrayList<>(List.of(certificate));
    path.addAll(chain.subList(0, chain.size() - 1));
    try {
      root.checkValidity(time);
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
      // These certificates live for minutes, and nobody takes them back.
      parameters.setRevocationEnabled(false);
      parameters.setDate(time);
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
      return true;
    } catch (GeneralSecurityException e) {
      // It leads elsewhere, or was not good then.
      return false;
    }
  }

  private void verifyUse() throws SigstoreRefusal {
    try {
      List<String> uses = certificate.getExtendedKeyUsage();
      if (uses == null || !uses.contains(CODE_SIGNING) || certificate.getBasicConstraints() >= 0) {
        throw new SigstoreRefusal("The certificate is not for signing.");
      }
    } catch (CertificateParsingException e) {
      throw new SigstoreRefusal("The certificate cannot be read.");
    }
  }

  /** One log of certificates has signed that it has taken the certificate in. */
  private void verifyTimestamps(SigstoreTrust trust, X509Certificate issuer)
      throws SigstoreRefusal {
    try {
      byte[] said = certificate.getExtensionValue(TIMESTAMPS);
      if (said != null) {
        byte[] inner = ASN1OctetString.getInstance(octets(said)).getOctets();
        ByteBuffer list = ByteBuffer.wrap(inner);
        list.getShort();
        while (list.hasRemaining()) {
          byte[] timestamp = new byte[Short.toUnsignedInt(list.getShort())];
          list.get(timestamp);
          if (isByALog(trust, ByteBuffer.wrap(timestamp), issuer)) {
            return;
          }
        }
      }
    } catch (BufferUnderflowException | IOException e) {
      throw new SigstoreRefusal("The certificate cannot be read.");
    }
    throw new SigstoreRefusal("No log that is trusted has taken the certificate in.");
  }

  /** Whether a timestamp in the form of RFC 6962, 3.3, is signed by the log that it names. */
  private boolean isByALog(SigstoreTrust trust, ByteBuffer timestamp, X509Certificate issuer)
      throws IOException {
    byte version = timestamp.get();
    byte[] id = new byte[32];
    timestamp.get(id);
    long time = timestamp.getLong();
    byte[] extensions = new byte[Short.toUnsignedInt(timestamp.getShort())];
    timestamp.get(extensions);
    timestamp.getShort();
    byte[] signature = new byte[Short.toUnsignedInt(timestamp.getShort())];
    timestamp.get(signature);
    Optional<SigstoreTrust.Log> log = trust.certificateLog(Base64.getEncoder().encodeToString(id));
    if (version != 0 || log.isEmpty() || !log.get().period().has(Instant.ofEpochMilli(time))) {
      return false;
    }
    byte[] body = withoutTimestamps();
    ByteBuffer signed = ByteBuffer.allocate(body.length + extensions.length + 64);
    signed.put(version).put((byte) 0).putLong(time).putShort((short) 1);
    signed.put(Sha256.of(issuer.getPublicKey().getEncoded()));
    signed.put(
        new byte[] {(byte) (body.length >> 16), (byte) (body.length >> 8), (byte) body.length});
    signed.put(body).putShort((short) extensions.length).put(extensions);
    byte[] text = new byte[signed.flip().remaining()];
    signed.get(text);
    return SigstoreKeys.verifies(log.get().key(), text, signature);
  }

  /** What the log has seen: the certificate before it had the timestamp. */
  private byte[] withoutTimestamps() throws IOException {
    ASN1Sequence body;
    try {
      body = ASN1Sequence.getInstance(certificate.getTBSCertificate());
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
    ASN1EncodableVector kept = new ASN1EncodableVector();
    for (ASN1Encodable part : body) {
      boolean isExtensions =
          part instanceof ASN1TaggedObject tagged && tagged.getTagNo() == EXTENSIONS;
      kept.add(isExtensions ? withoutTimestamps((ASN1TaggedObject) part) : part);
    }
    return new DERSequence(kept).getEncoded(ASN1Encoding.DER);
  }

  private static ASN1Encodable withoutTimestamps(ASN1TaggedObject tagged) {
    ASN1EncodableVector kept = new ASN1EncodableVector();
    for (ASN1Encodable extension : ASN1Sequence.getInstance(tagged, true)) {
      if (!Extension.getInstance(extension).getExtnId().getId().equals(TIMESTAMPS)) {
        kept.add(extension);
      }
    }
    return new DERTaggedObject(true, BERTags.CONTEXT_SPECIFIC, EXTENSIONS, new DERSequence(kept));
  }

  /** Its mail addresses and URLs. */
  private List<String> names() throws SigstoreRefusal {
    List<String> names = new ArrayList<>();
    try {
      if (certificate.getSubjectAlternativeNames() != null) {
        for (List<?> name : certificate.getSubjectAlternativeNames()) {
          if (name.getFirst() instanceof Integer kind && (kind == EMAIL || kind == ADDRESS)) {
            names.add(String.valueOf(name.get(1)));
          }
        }
      }
    } catch (CertificateParsingException e) {
      throw new SigstoreRefusal("The certificate cannot be read.");
    }
    return names;
  }

  /** The text of an extension; in the old ones it stands as it is. */
  private Optional<String> said(String extension) {
    byte[] value = certificate.getExtensionValue(extension);
    if (value == null) {
      return Optional.empty();
    }
    try {
      byte[] text = octets(value);
      return Optional.of(
          extension.equals(ISSUER)
              ? ASN1UTF8String.getInstance(text).getString()
              : new String(text, StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] octets(byte[] value) throws IOException {
    return ASN1OctetString.getInstance(ASN1Primitive.fromByteArray(value)).getOctets();
  }
}
