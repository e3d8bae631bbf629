package dev.plimsoll.template.function;

import dev.plimsoll.source.Sha256;
import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.StrayBytes;
import dev.plimsoll.template.value.TracedText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.Adler32;

/** Encodings and digests ({@code strings.go} and {@code crypto.go} of Sprig). */
final class EncodingFunctions {

  private EncodingFunctions() {}

  static List<TemplateFunction> family() {
    return List.of(
        computing("b64enc", Base64.getEncoder()::encodeToString),
        computing("b64dec", bytes -> new BaseDecoder(BaseDecoder.BASE_64).decode(bytes)),
        computing("b32enc", EncodingFunctions::base32),
        computing("b32dec", bytes -> new BaseDecoder(BaseDecoder.BASE_32).decode(bytes)),
        computing("sha1sum", bytes -> digest("SHA-1", bytes)),
        computing("sha256sum", Sha256::hex),
        computing("sha512sum", bytes -> digest("SHA-512", bytes)),
        computing("adler32sum", EncodingFunctions::adler32),
        new TemplateFunction(
            "uuidv4",
            Signature.of(),
            (context, arguments) -> {
              context.noteNonDeterminism("uuidv4");
              return GoString.of(uuid(context).toString());
            }));
  }

  private static TemplateFunction computing(String name, Function<byte[], String> operation) {
    return new TemplateFunction(
        name,
        Signature.of(Parameter.STRING),
        (context, arguments) -> {
          TracedText text = Operands.content(arguments, 0);
          context.charge(2L * text.length());
          return GoString.computed(operation.apply(StrayBytes.encode(text.text())), text.trace());
        });
  }

  /** A random UUID of version 4. */
  private static UUID uuid(FunctionContext context) {
    long high = (context.random().nextLong() & ~0xf000L) | 0x4000L;
    long low = (context.random().nextLong() & ~(3L << 62)) | (2L << 62);
    return new UUID(high, low);
  }

  private static String digest(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has " + algorithm, e);
    }
  }

  private static String adler32(byte[] bytes) {
    Adler32 checksum = new Adler32();
    checksum.update(bytes);
    return Long.toString(checksum.getValue());
  }

  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder((bytes.length + 4) / 5 * 8);
    for (int i = 0; i < bytes.length; i += 5) {
      long bits = 0;
      int count = Math.min(5, bytes.length - i);
      for (int j = 0; j < 5; j++) {
        bits = bits << 8 | (j < count ? bytes[i + j] & 0xff : 0);
      }
      int digits = (count * 8 + 4) / 5;
      for (int j = 0; j < 8; j++) {
        int digit = (int) (bits >> (35 - 5 * j)) & 31;
        text.append(j < digits ? BaseDecoder.BASE_32.charAt(digit) : '=');
      }
    }
    return text.toString();
  }
}
