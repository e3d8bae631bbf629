package dev.plimsoll.template.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is the same each time was recorded from Helm 4.3.1. */
final class PasswordFunctionsTest {

  private static final Calls CALLS = new Calls(families());

  private static List<TemplateFunction> families() {
    List<TemplateFunction> families = new ArrayList<>(PasswordFunctions.family());
    families.addAll(CipherFunctions.family());
    return families;
  }

  @Test
  void hashesForApache() {
    String line = call("htpasswd", "me", "secret");
    assertThat(line).matches("me:\\$2a\\$10\\$[./A-Za-z0-9]{53}");
    assertThat(OpenBSDBCrypt.checkPassword(line.substring(3), "secret".toCharArray())).isTrue();
    assertThat(call("htpasswd", "a:b", "secret")).isEqualTo("invalid username: a:b");
    assertThat(call("bcrypt", "x".repeat(73)))
        .isEqualTo(
            "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "1, long,    password, user, example.com, ZedaFaxcZaso9*",
    "1, pin,     password, user, example.com, 6685",
    "2, maximum, password, user, example.com, O8-6Bwz1*I5XVPPq)@H!",
    "1, odd,     password, user, example.com, cannot find password template odd"
  })
  void derivesAPassword(
      long counter, String type, String password, String user, String site, String expected) {
    GoInt number = new GoInt(counter, GoInt.Type.UINT32, Trace.NONE);
    GoString[] texts = {
      GoString.of(type), GoString.of(password), GoString.of(user), GoString.of(site)
    };
    assertThat(
            CALLS
                .text(
                    PlainContext.untracked(),
                    "derivePassword",
                    number,
                    texts[0],
                    texts[1],
                    texts[2],
                    texts[3])
                .text())
        .isEqualTo(expected);
  }

  @Test
  void encryptsWhatItCanDecrypt() {
    String encrypted = call("encryptAES", "key", "päss");
    assertThat(call("decryptAES", "key", encrypted)).isEqualTo("päss");
    assertThat(call("encryptAES", "key", "")).isEmpty();
    // Made by Helm.
    assertThat(call("decryptAES", "pw", "uGGmZ8X2MQVOZGvrwJ8v4kuqk/zBinXD59syaOPUQmI="))
        .isEqualTo("some plain text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      textBlock =
          """
          !!                           § illegal base64 data at input byte 0
          QUJD                         § runtime error: slice bounds out of range [:16] with capacity 3
          QUJDREVGR0hJSktMTU5PUA==     § runtime error: index out of range [-1]
          QUJDREVGR0hJSktMTU5PUFFSU1Q= § crypto/cipher: input not full blocks
          """)
  void refusesWhatWasNotEncrypted(String encrypted, String error) {
    assertThatThrownBy(() -> call("decryptAES", "pw", encrypted))
        .isInstanceOf(GoFailure.class)
        .hasMessage(error);
  }

  private static String call(String function, String... texts) {
    GoValue[] arguments = new GoValue[texts.length];
    for (int i = 0; i < texts.length; i++) {
      arguments[i] = GoString.of(texts[i]);
    }
    return CALLS.text(PlainContext.untracked(), function, arguments).text();
  }
}
