package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelOpaque;
import dev.plimsoll.cel.value.CelType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of addresses.
 *
 * @param ip as it was written, not masked
 * @param bits how many bits all addresses of the range share
 */
record Cidr(Ip ip, int bits) implements CelOpaque {

  static final CelType TYPE = new CelType("net.CIDR");

  private static final Pattern BITS = Pattern.compile("0|[1-9][0-9]{0,2}");

  static @Nullable Cidr parse(String text) {
    int slash = text.lastIndexOf('/');
    if (slash < 0 || !BITS.matcher(text.substring(slash + 1)).matches()) {
      return null;
    }
    Ip ip = Ip.parse(text.substring(0, slash));
    int bits = Integer.parseInt(text.substring(slash + 1));
    return ip == null || bits > ip.length() * 8 ? null : new Cidr(ip, bits);
  }

  boolean contains(Ip other) {
    return ip.length() == other.length() && ip.masked(bits).equals(other.masked(bits));
  }

  boolean contains(Cidr other) {
    return bits <= other.bits && contains(other.ip);
  }

  Cidr masked() {
    return new Cidr(ip.masked(bits), bits);
  }

  @Override
  public CelType type() {
    return TYPE;
  }

  @Override
  public long costSize() {
    return (bits + 7L) / 8;
  }

  @Override
  public String toString() {
    return ip + "/" + bits;
  }
}
