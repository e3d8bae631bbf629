package dev.plimsoll.kubernetes;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.regex.Pattern;

/** Addresses and networks as Go reads them. */
final class Addresses {

  private static final Pattern V4 =
      Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
  private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

  private Addresses() {}

  static boolean isAddress(String text) {
    if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
      return false;
    }
    try {
      InetAddress.ofLiteral(text);
      return true;
    } catch (IllegalArgumentException e) {
      // A number is too large, or there are too many.
      return false;
    }
  }

  static boolean isNetwork(String text) {
    int slash = text.indexOf('/');
    return slash > 0
        && isAddress(text.substring(0, slash))
        && LENGTH.matcher(text.substring(slash + 1)).matches()
        && Integer.parseInt(text.substring(slash + 1))
            <= bits(InetAddress.ofLiteral(text.substring(0, slash)));
  }

  /** Whether a network has bits of a host in it. */
  static boolean hasHostBits(String network) {
    int slash = network.indexOf('/');
    InetAddress address = InetAddress.ofLiteral(network.substring(0, slash));
    int host = bits(address) - Integer.parseInt(network.substring(slash + 1));
    BigInteger mask = BigInteger.ONE.shiftLeft(host).subtract(BigInteger.ONE);
    return new BigInteger(1, address.getAddress()).and(mask).signum() != 0;
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }
}
