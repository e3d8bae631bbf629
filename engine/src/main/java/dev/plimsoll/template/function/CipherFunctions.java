package dev.plimsoll.template.function;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES in CBC mode ({@code crypto.go} of Sprig). */
final class CipherFunctions {

  private static final int BLOCK = 16;
  private static final int KEY_LENGTH = 32;

  private CipherFunctions() {}

  static List<TemplateFunction> family() {
    Signature texts = Signature.of(Parameter.STRING, Parameter.STRING);
    return List.of(
        new TemplateFunction("encryptAES", texts, CipherFunctions::encryptAes),
        new TemplateFunction("decryptAES", texts, CipherFunctions::decryptAes));
  }

  /** {@code encryptAES}. */
  private static GoValue encryptAes(FunctionContext context, List<GoValue> arguments) {
    GoString plain = (GoString) arguments.get(1);
    Trace both = arguments.getFirst().trace().and(plain.trace());
    if (!plain.isTrue()) {
      return GoString.computed("", both);
    }
    Trace trace = RandomFunctions.note(context, "encryptAES", both);
    context.charge(2L * plain.text().length());
    byte[] iv = new byte[BLOCK];
    context.random().nextBytes(iv);
    byte[] encrypted =
        crypt(
            Cipher.ENCRYPT_MODE,
            arguments.getFirst(),
            iv,
            padded(plain.text().getBytes(StandardCharsets.UTF_8)));
    byte[] all = ByteBuffer.allocate(BLOCK + encrypted.length).put(iv).put(encrypted).array();
    return GoString.computed(Base64.getEncoder().encodeToString(all), trace);
  }

  private static byte[] padded(byte[] content) {
    int padding = BLOCK - content.length % BLOCK;
    byte[] padded = Arrays.copyOf(content, content.length + padding);
    Arrays.fill(padded, content.length, padded.length, (byte) padding);
    return padded;
  }

  private static byte[] crypt(int mode, GoValue password, byte[] iv, byte[] content) {
    byte[] key =
        Arrays.copyOf(((GoString) password).text().getBytes(StandardCharsets.UTF_8), KEY_LENGTH);
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
      return cipher.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES", e);
    }
  }

  /** {@code decryptAES}, which panics where the text was not made by {@code encryptAES}. */
  private static GoValue decryptAes(FunctionContext context, List<GoValue> arguments) {
    GoString encrypted = (GoString) arguments.get(1);
    Trace both = arguments.getFirst().trace().and(encrypted.trace());
    if (!encrypted.isTrue()) {
      return GoString.computed("", both);
    }
    context.charge(encrypted.text().length());
    byte[] all = BaseDecoder.base64(encrypted.text());
    if (all == null) {
      throw new GoFailure(BaseDecoder.problem(encrypted.text()), both);
    }
    if (all.length < BLOCK) {
      // Go makes room for what the padding stands for as well.
      int capacity = encrypted.text().length() / 4 * 3;
      String bounds =
          capacity < BLOCK
              ? "[:%d] with capacity %d".formatted(BLOCK, capacity)
              : "[%d:%d]".formatted(BLOCK, all.length);
      throw new GoFailure("runtime error: slice bounds out of range " + bounds, both);
    }
    if (all.length % BLOCK != 0) {
      throw new GoFailure("crypto/cipher: input not full blocks", both);
    }
    byte[] content = Arrays.copyOfRange(all, BLOCK, all.length);
    byte[] plain =
        crypt(Cipher.DECRYPT_MODE, arguments.getFirst(), Arrays.copyOf(all, BLOCK), content);
    if (plain.length == 0) {
      throw new GoFailure("runtime error: index out of range [-1]", both);
    }
    int length = plain.length - (plain[plain.length - 1] & 0xFF);
    if (length < 0) {
      throw new GoFailure("runtime error: slice bounds out of range [:%d]".formatted(length), both);
    }
    return GoString.computed(new String(plain, 0, length, StandardCharsets.UTF_8), both);
  }
}
