package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoFailure;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.DSAParams;
import java.security.interfaces.DSAPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.DSAPrivateKeySpec;
import java.security.spec.DSAPublicKeySpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** A private key with its public one, and its PEM form in Go. */
record SigningKey(PrivateKey privateKey, PublicKey publicKey) {

  static final ASN1ObjectIdentifier ED_25519 = new ASN1ObjectIdentifier("1.3.101.112");

  private static final String SUFFIX = " PRIVATE KEY";

  /** {@code rsa.GenerateKey}. */
  static SigningKey rsa(int bits, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits, random);
      return of(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  /** {@code dsa.GenerateKey} with parameters {@code L2048N256}. */
  static SigningKey dsa(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA");
      generator.initialize(2048, random);
      return of(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  /** {@code ecdsa.GenerateKey} on the curve P-256. */
  static SigningKey ecdsa(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      return of(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  /** {@code ed25519.GenerateKey}. */
  static SigningKey ed25519(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, random);
      return of(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  private static SigningKey of(KeyPair pair) {
    return new SigningKey(pair.getPrivate(), pair.getPublic());
  }

  private static IllegalStateException impossible(GeneralSecurityException e) {
    return new IllegalStateException("Every Java has these algorithms", e);
  }

  /**
   * {@code parsePrivateKeyPEM}.
   *
   * @throws GoFailure with Sprig's text; what Go's parsers say of broken keys is not repeated
   */
  static SigningKey parse(String text) {
    Pem pem = Pem.first(text);
    if (pem == null) {
      throw new GoFailure("no PEM data in input");
    }
    String type = pem.type();
    if (!type.equals("PRIVATE KEY") && !type.endsWith(SUFFIX)) {
      throw new GoFailure("no private key data in PEM block of type " + type);
    }
    String what =
        type.equals("PRIVATE KEY")
            ? "decoding PEM as PKCS#8"
            : "parsing "
                + type.substring(0, type.length() - SUFFIX.length())
                + " private key from PEM";
    try {
      return switch (type) {
        case "PRIVATE KEY" -> pkcs8(PrivateKeyInfo.getInstance(pem.bytes()));
        case "RSA PRIVATE KEY" -> pkcs8(rsaInfo(pem.bytes()));
        case "EC PRIVATE KEY" -> pkcs8(ecInfo(pem.bytes()));
        case "DSA PRIVATE KEY" -> dsa(ASN1Sequence.getInstance(pem.bytes()));
        default ->
            throw new GoFailure(
                "invalid private key type " + type.substring(0, type.length() - SUFFIX.length()));
      };
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw new GoFailure(what + ": asn1: structure error: invalid key");
    }
  }

  private static PrivateKeyInfo rsaInfo(byte[] bytes) throws IOException {
    return new PrivateKeyInfo(
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
        RSAPrivateKey.getInstance(bytes));
  }

  private static PrivateKeyInfo ecInfo(byte[] bytes) throws IOException {
    ECPrivateKey key = ECPrivateKey.getInstance(bytes);
    return new PrivateKeyInfo(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()),
        key);
  }

  private static SigningKey pkcs8(PrivateKeyInfo info)
      throws GeneralSecurityException, IOException {
    ASN1ObjectIdentifier algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(info.getEncoded());
    if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
      KeyFactory factory = KeyFactory.getInstance("RSA");
      RSAPrivateCrtKey key = (RSAPrivateCrtKey) factory.generatePrivate(spec);
      RSAPublicKeySpec publicSpec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
      return new SigningKey(key, factory.generatePublic(publicSpec));
    }
    boolean isEd = algorithm.equals(ED_25519);
    if (!isEd && !algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      throw new GeneralSecurityException("unknown algorithm " + algorithm);
    }
    byte[] point = isEd ? edPoint(info) : ecPoint(info);
    SubjectPublicKeyInfo publicInfo =
        new SubjectPublicKeyInfo(info.getPrivateKeyAlgorithm(), point);
    KeyFactory factory = KeyFactory.getInstance(isEd ? "Ed25519" : "EC");
    return new SigningKey(
        factory.generatePrivate(spec),
        factory.generatePublic(new X509EncodedKeySpec(publicInfo.getEncoded())));
  }

  private static byte[] edPoint(PrivateKeyInfo info) throws IOException {
    byte[] seed = ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets();
    return new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
  }

  private static byte[] ecPoint(PrivateKeyInfo info) throws IOException {
    ECPrivateKey key = ECPrivateKey.getInstance(info.parsePrivateKey());
    ASN1BitString known = key.getPublicKey();
    if (known != null) {
      return known.getOctets();
    }
    ASN1ObjectIdentifier curve =
        ASN1ObjectIdentifier.getInstance(info.getPrivateKeyAlgorithm().getParameters());
    X9ECParameters parameters = CustomNamedCurves.getByOID(curve);
    if (parameters == null) {
      throw new IOException("unknown curve " + curve);
    }
    return parameters.getG().multiply(key.getKey()).normalize().getEncoded(false);
  }

  private static SigningKey dsa(ASN1Sequence key) throws GeneralSecurityException {
    BigInteger[] numbers = new BigInteger[6];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = ASN1Integer.getInstance(key.getObjectAt(i)).getValue();
    }
    KeyFactory factory = KeyFactory.getInstance("DSA");
    return new SigningKey(
        factory.generatePrivate(
            new DSAPrivateKeySpec(numbers[5], numbers[1], numbers[2], numbers[3])),
        factory.generatePublic(
            new DSAPublicKeySpec(numbers[4], numbers[1], numbers[2], numbers[3])));
  }

  /** {@code pemBlockForKey}. */
  String toPem() {
    PrivateKeyInfo info = PrivateKeyInfo.getInstance(privateKey.getEncoded());
    try {
      return switch (privateKey.getAlgorithm()) {
        case "RSA" ->
            new Pem("RSA PRIVATE KEY", info.parsePrivateKey().toASN1Primitive().getEncoded("DER"))
                .encode();
        case "EC" -> new Pem("EC PRIVATE KEY", ecBytes(info)).encode();
        case "DSA" -> new Pem("DSA PRIVATE KEY", dsaBytes()).encode();
        default -> new Pem("PRIVATE KEY", privateKey.getEncoded()).encode();
      };
    } catch (IOException e) {
      throw new IllegalStateException("Java cannot read its own key", e);
    }
  }

  private byte[] ecBytes(PrivateKeyInfo info) throws IOException {
    ECPrivateKey key = ECPrivateKey.getInstance(info.parsePrivateKey());
    X9ECParameters parameters =
        CustomNamedCurves.getByOID(
            ASN1ObjectIdentifier.getInstance(info.getPrivateKeyAlgorithm().getParameters()));
    int bits = parameters.getN().bitLength();
    SubjectPublicKeyInfo publicInfo = SubjectPublicKeyInfo.getInstance(publicKey.getEncoded());
    return new ECPrivateKey(
            bits,
            key.getKey(),
            publicInfo.getPublicKeyData(),
            info.getPrivateKeyAlgorithm().getParameters())
        .getEncoded("DER");
  }

  private byte[] dsaBytes() throws IOException {
    DSAPrivateKey key = (DSAPrivateKey) privateKey;
    DSAParams params = key.getParams();
    BigInteger y = params.getG().modPow(key.getX(), params.getP());
    ASN1EncodableVector numbers = new ASN1EncodableVector();
    numbers.add(new ASN1Integer(0));
    for (BigInteger number :
        new BigInteger[] {params.getP(), params.getQ(), params.getG(), y, key.getX()}) {
      numbers.add(new ASN1Integer(number));
    }
    return new DERSequence(numbers).getEncoded();
  }
}
