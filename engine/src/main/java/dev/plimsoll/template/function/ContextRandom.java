package dev.plimsoll.template.function;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** The random numbers of a render for the key generators of Java, which want a secure source. */
final class ContextRandom extends SecureRandom {

  private static final long serialVersionUID = 1L;

  private final transient RandomGenerator source;

  private ContextRandom(RandomGenerator source) {
    super(null, null);
    this.source = source;
  }

  static SecureRandom of(FunctionContext context) {
    return context.random() instanceof SecureRandom secure
        ? secure
        : new ContextRandom(context.random());
  }

  @Override
  public void nextBytes(byte[] bytes) {
    source.nextBytes(bytes);
  }
}
