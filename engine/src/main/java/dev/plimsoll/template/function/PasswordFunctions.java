package dev.plimsoll.template.function;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** Passwords ({@code crypto.go} of Sprig). */
final class PasswordFunctions {

  /** {@code bcrypt.DefaultCost}. */
  private static final int BCRYPT_COST = 10;

  private static final int SALT_LENGTH = 16;
  private static final int LONGEST_PASSWORD = 72;

  /** About the time that a slow hash takes, in characters of text. */
  private static final long COST_OF_HASH = 100_000;

  private PasswordFunctions() {}

  static List<TemplateFunction> family() {
    Parameter text = Parameter.STRING;
    return List.of(
        new TemplateFunction("bcrypt", Signature.of(text), PasswordFunctions::bcrypt),
        new TemplateFunction("htpasswd", Signature.of(text, text), PasswordFunctions::htpasswd),
        new TemplateFunction(
            "derivePassword",
            Signature.of(Parameter.UINT32, text, text, text, text),
            PasswordFunctions::derivePassword));
  }

  private static String text(List<GoValue> arguments, int index) {
    return ((GoString) arguments.get(index)).text();
  }

  /** {@code bcrypt}: the error is the result. */
  private static GoValue bcrypt(FunctionContext context, List<GoValue> arguments) {
    Trace trace = RandomFunctions.note(context, "bcrypt", arguments.getFirst().trace());
    return GoString.computed(bcrypt(context, text(arguments, 0)), trace);
  }

  private static String bcrypt(FunctionContext context, String password) {
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_PASSWORD) {
      return "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes";
    }
    context.charge(COST_OF_HASH);
    byte[] salt = new byte[SALT_LENGTH];
    context.random().nextBytes(salt);
    return OpenBSDBCrypt.generate("2a", bytes, salt, BCRYPT_COST);
  }

  /** {@code htpasswd}: a line of Apache's password file. */
  private static GoValue htpasswd(FunctionContext context, List<GoValue> arguments) {
    String user = text(arguments, 0);
    Trace both = arguments.getFirst().trace().and(arguments.get(1).trace());
    if (user.indexOf(':') >= 0) {
      return GoString.computed("invalid username: " + user, both);
    }
    String line = user + ":" + bcrypt(context, text(arguments, 1));
    return GoString.computed(line, RandomFunctions.note(context, "htpasswd", both));
  }

  /** {@code derivePassword}: the same password for the same arguments. */
  private static GoValue derivePassword(FunctionContext context, List<GoValue> arguments) {
    Trace all = Trace.NONE;
    for (GoValue argument : arguments) {
      all = all.and(argument.trace());
    }
    context.charge(COST_OF_HASH);
    int counter = (int) ((GoInt) arguments.getFirst()).value();
    MasterPassword password =
        new MasterPassword(text(arguments, 2), text(arguments, 3), text(arguments, 4));
    return GoString.computed(password.derive(counter, text(arguments, 1)), all);
  }
}
