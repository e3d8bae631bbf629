package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoFailure;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * Makes certificates as Sprig's templates ask for ({@code getBaseCertTemplate} in {@code
 * crypto.go}) and Go's {@code x509.CreateCertificate} fills them in.
 */
final class CertificateMaker {

  private static final int SERIAL_BITS = 128;

  /** How much of its digest names a key. */
  private static final int KEY_ID_LENGTH = 20;

  private final SecureRandom random;
  private final Instant now;

  CertificateMaker(SecureRandom random, Instant now) {
    this.random = random;
    this.now = now;
  }

  /** What a certificate says. */
  record Subject(
      String commonName,
      List<String> dnsNames,
      List<byte[]> addresses,
      long daysValid,
      boolean isAuthority) {}

  /**
   * Who signs.
   *
   * @param certificate null for a certificate that is signed with its own key
   */
  record Signer(SigningKey key, @Nullable Pem certificate) {}

  /**
   * Reads a certificate.
   *
   * @throws GoFailure if it is none
   */
  static void check(Pem certificate) {
    read(certificate);
  }

  private static Certificate read(Pem certificate) {
    try {
      return Certificate.getInstance(certificate.bytes());
    } catch (IllegalArgumentException e) {
      throw new GoFailure(
          "error parsing certificate: decodedCert.Bytes: x509: malformed certificate");
    }
  }

  /** The certificate in PEM form. */
  String make(Subject subject, SigningKey key, Signer signer) {
    SubjectPublicKeyInfo publicKey = SubjectPublicKeyInfo.getInstance(key.publicKey().getEncoded());
    X500Name name = name(subject.commonName);
    Certificate parent = signer.certificate == null ? null : read(signer.certificate);
    AlgorithmIdentifier algorithm = algorithm(signer.key);
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(new BigInteger(SERIAL_BITS, random)));
    generator.setSignature(algorithm);
    generator.setIssuer(parent == null ? name : parent.getSubject());
    generator.setSubject(name);
    generator.setStartDate(new Time(Date.from(now)));
    // Go multiplies durations without a look at their limits.
    long nanoseconds = subject.daysValid * 24 * GoDuration.HOUR;
    generator.setEndDate(new Time(Date.from(now.plusNanos(nanoseconds))));
    generator.setSubjectPublicKeyInfo(publicKey);
    try {
      addExtensions(generator, subject, publicKey, parent);
      TBSCertificate content = generator.generateTBSCertificate();
      byte[] signature = sign(content.getEncoded("DER"), signer.key);
      ASN1EncodableVector parts = new ASN1EncodableVector();
      parts.add(content);
      parts.add(algorithm);
      parts.add(new DERBitString(signature));
      return new Pem("CERTIFICATE", new DERSequence(parts).getEncoded()).encode();
    } catch (IOException | GeneralSecurityException e) {
      throw new GoFailure("error creating certificate: " + e.getMessage());
    }
  }

  private static X500Name name(String commonName) {
    X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
    if (!commonName.isEmpty()) {
      builder.addRDN(
          BCStyle.CN,
          DERPrintableString.isPrintableString(commonName)
              ? new DERPrintableString(commonName)
              : new DERUTF8String(commonName));
    }
    return builder.build();
  }

  private static void addExtensions(
      V3TBSCertificateGenerator generator,
      Subject subject,
      SubjectPublicKeyInfo publicKey,
      @Nullable Certificate parent)
      throws IOException, GeneralSecurityException {
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    int usage = KeyUsage.keyEncipherment | KeyUsage.digitalSignature;
    extensions.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(subject.isAuthority ? usage | KeyUsage.keyCertSign : usage));
    extensions.addExtension(
        Extension.extendedKeyUsage,
        false,
        new ExtendedKeyUsage(
            new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
    extensions.addExtension(
        Extension.basicConstraints, true, new BasicConstraints(subject.isAuthority));
    if (subject.isAuthority) {
      extensions.addExtension(
          Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(publicKey)));
    }
    byte[] parentKeyId = parent == null ? null : keyId(parent);
    if (parentKeyId != null) {
      extensions.addExtension(
          Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(parentKeyId));
    }
    GeneralName[] names = names(subject);
    if (names.length > 0) {
      extensions.addExtension(
          Extension.subjectAlternativeName, subject.commonName.isEmpty(), new GeneralNames(names));
    }
    generator.setExtensions(extensions.generate());
  }

  private static GeneralName[] names(Subject subject) {
    List<GeneralName> names = new ArrayList<>();
    subject.dnsNames.forEach(name -> names.add(new GeneralName(GeneralName.dNSName, name)));
    for (byte[] address : subject.addresses) {
      names.add(new GeneralName(GeneralName.iPAddress, new DEROctetString(address)));
    }
    return names.toArray(new GeneralName[0]);
  }

  /** The name that Go gives a key: the start of its digest. */
  private static byte[] keyId(SubjectPublicKeyInfo publicKey) throws GeneralSecurityException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(publicKey.getPublicKeyData().getBytes());
    return Arrays.copyOf(digest, KEY_ID_LENGTH);
  }

  private static byte @Nullable [] keyId(Certificate parent) {
    if (parent.getTBSCertificate().getExtensions() == null) {
      return null;
    }
    Extension extension =
        parent.getTBSCertificate().getExtensions().getExtension(Extension.subjectKeyIdentifier);
    return extension == null
        ? null
        : ASN1OctetString.getInstance(extension.getParsedValue()).getOctets();
  }

  private static AlgorithmIdentifier algorithm(SigningKey key) {
    return switch (key.privateKey().getAlgorithm()) {
      case "RSA" ->
          new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
      case "EC" -> new AlgorithmIdentifier(ecdsa(key));
      case "DSA" ->
          throw new GoFailure(
              "error creating certificate: "
                  + "x509: certificate private key does not implement crypto.Signer");
      default -> new AlgorithmIdentifier(SigningKey.ED_25519);
    };
  }

  private static ASN1ObjectIdentifier ecdsa(SigningKey key) {
    return switch (ecBits(key)) {
      case 384 -> X9ObjectIdentifiers.ecdsa_with_SHA384;
      case 521 -> X9ObjectIdentifiers.ecdsa_with_SHA512;
      default -> X9ObjectIdentifiers.ecdsa_with_SHA256;
    };
  }

  private static int ecBits(SigningKey key) {
    return ((ECKey) key.privateKey()).getParams().getOrder().bitLength();
  }

  private static byte[] sign(byte[] content, SigningKey key) throws GeneralSecurityException {
    Signature signature =
        Signature.getInstance(
            switch (key.privateKey().getAlgorithm()) {
              case "RSA" -> "SHA256withRSA";
              case "EC" -> {
                int bits = ecBits(key);
                yield "SHA" + (bits == 384 ? 384 : bits == 521 ? 512 : 256) + "withECDSA";
              }
              default -> "Ed25519";
            });
    signature.initSign(key.privateKey());
    signature.update(content);
    return signature.sign();
  }
}
