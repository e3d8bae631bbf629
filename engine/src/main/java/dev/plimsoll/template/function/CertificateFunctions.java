package dev.plimsoll.template.function;

import dev.plimsoll.template.function.CertificateMaker.Signer;
import dev.plimsoll.template.function.CertificateMaker.Subject;
import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys and certificates ({@code crypto.go} of Sprig). Names no class of Bouncy Castle, whose
 * archive is opened only when a template calls one of these.
 */
final class CertificateFunctions {

  private static final int KEY_BITS = 2048;
  private static final int LONG_KEY_BITS = 4096;

  /** About the time that a key takes, in characters of text. */
  private static final long COST_OF_KEY = 100_000;

  private CertificateFunctions() {}

  static List<TemplateFunction> family() {
    Parameter text = Parameter.STRING;
    Parameter list = Parameter.LIST;
    Parameter days = Parameter.INT;
    Parameter authority = Parameter.CERTIFICATE;
    return List.of(
        new TemplateFunction(
            "genPrivateKey", Signature.of(text), CertificateFunctions::genPrivateKey),
        new TemplateFunction(
            "buildCustomCert", Signature.of(text, text), CertificateFunctions::buildCustomCert),
        generating("genCA", false, text, days),
        generating("genCAWithKey", true, text, days, text),
        generating("genSelfSignedCert", false, text, list, list, days),
        generating("genSelfSignedCertWithKey", true, text, list, list, days, text),
        generating("genSignedCert", false, text, list, list, days, authority),
        generating("genSignedCertWithKey", true, text, list, list, days, authority, text));
  }

  /**
   * A function that makes a certificate.
   *
   * @param hasKey whether the key is the last argument, and not made as well
   */
  private static TemplateFunction generating(String name, boolean hasKey, Parameter... parameters) {
    return new TemplateFunction(
        name,
        Signature.of(parameters),
        (context, arguments) -> {
          context.charge(COST_OF_KEY);
          Trace trace = RandomFunctions.note(context, name, traces(arguments));
          try {
            return generate(context, arguments, hasKey, trace);
          } catch (GoFailure e) {
            throw new GoFailure(e.text(), trace);
          }
        });
  }

  private static Trace traces(List<GoValue> arguments) {
    Trace all = Trace.NONE;
    for (GoValue argument : arguments) {
      all = all.and(argument.trace());
    }
    return all;
  }

  private static GoCertificate generate(
      FunctionContext context, List<GoValue> arguments, boolean hasKey, Trace trace) {
    SecureRandom random = ContextRandom.of(context);
    SigningKey key = hasKey ? given(text(arguments.getLast())) : SigningKey.rsa(KEY_BITS, random);
    List<GoValue> rest = hasKey ? arguments.subList(0, arguments.size() - 1) : arguments;
    boolean isAuthority = rest.size() == 2;
    List<byte[]> addresses = isAuthority ? List.of() : addresses(rest.get(1));
    Signer signer = rest.size() == 5 ? signer((GoCertificate) rest.get(4)) : new Signer(key, null);
    Subject subject =
        new Subject(
            text(rest.getFirst()),
            isAuthority ? List.of() : names(rest.get(2)),
            addresses,
            ((GoInt) rest.get(isAuthority ? 1 : 3)).value(),
            isAuthority);
    String certificate =
        new CertificateMaker(random, context.clock().instant()).make(subject, key, signer);
    return new GoCertificate(certificate, key.toPem(), trace);
  }

  private static String text(GoValue value) {
    return ((GoString) value).text();
  }

  private static SigningKey given(String pem) {
    try {
      return SigningKey.parse(pem);
    } catch (GoFailure e) {
      throw new GoFailure("parsing private key: " + e.text());
    }
  }

  private static Signer signer(GoCertificate authority) {
    Pem certificate = certificate(authority.cert());
    CertificateMaker.check(certificate);
    try {
      return new Signer(SigningKey.parse(authority.key()), certificate);
    } catch (GoFailure e) {
      throw new GoFailure("error parsing private key: " + e.text());
    }
  }

  private static Pem certificate(String text) {
    Pem pem = Pem.first(text);
    if (pem == null) {
      throw new GoFailure("unable to decode certificate");
    }
    return pem;
  }

  /** {@code getNetIPs}. */
  private static List<byte[]> addresses(GoValue list) {
    List<byte[]> addresses = new ArrayList<>();
    for (GoValue address : items(list)) {
      if (!(address instanceof GoString text)) {
        throw new GoFailure("error parsing ip: " + GoPrinter.text(address) + " is not a string");
      }
      byte[] bytes = IpAddress.parse(text.text());
      if (bytes == null) {
        throw new GoFailure("error parsing ip: " + text.text());
      }
      addresses.add(bytes);
    }
    return addresses;
  }

  /** {@code getAlternateDNSStrs}. */
  private static List<String> names(GoValue list) {
    List<String> names = new ArrayList<>();
    for (GoValue name : items(list)) {
      if (!(name instanceof GoString text)) {
        throw new GoFailure(
            "error processing alternate dns name: " + GoPrinter.text(name) + " is not a string");
      }
      names.add(text.text());
    }
    return names;
  }

  private static List<GoValue> items(GoValue list) {
    return list instanceof GoList items ? items.items() : List.of();
  }

  /** {@code generatePrivateKey}. */
  private static GoValue genPrivateKey(FunctionContext context, List<GoValue> arguments) {
    String type = text(arguments.getFirst());
    context.charge(COST_OF_KEY);
    SecureRandom random = ContextRandom.of(context);
    SigningKey key =
        switch (type) {
          case "", "rsa" -> SigningKey.rsa(LONG_KEY_BITS, random);
          case "dsa" -> SigningKey.dsa(random);
          case "ecdsa" -> SigningKey.ecdsa(random);
          case "ed25519" -> SigningKey.ed25519(random);
          default -> null;
        };
    if (key == null) {
      return GoString.computed("Unknown type " + type, arguments.getFirst().trace());
    }
    Trace trace = RandomFunctions.note(context, "genPrivateKey", arguments.getFirst().trace());
    return GoString.computed(key.toPem(), trace);
  }

  /** {@code buildCustomCertificate}. */
  private static GoValue buildCustomCert(FunctionContext context, List<GoValue> arguments) {
    Trace trace = traces(arguments);
    try {
      String certificate = decoded(arguments.getFirst(), "certificate");
      String key = decoded(arguments.get(1), "private key");
      CertificateMaker.check(certificate(certificate));
      try {
        SigningKey.parse(key);
      } catch (GoFailure e) {
        throw new GoFailure("error parsing private key: " + e.text());
      }
      return new GoCertificate(certificate, key, trace);
    } catch (GoFailure e) {
      throw new GoFailure(e.text(), trace);
    }
  }

  private static String decoded(GoValue base64, String what) {
    byte[] bytes = BaseDecoder.base64(text(base64));
    if (bytes == null) {
      throw new GoFailure("unable to decode base64 " + what);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
