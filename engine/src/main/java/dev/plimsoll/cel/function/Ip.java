package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelOpaque;
import dev.plimsoll.cel.value.CelType;
import dev.plimsoll.template.function.IpAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An address of version 4 or 6. */
final class Ip implements CelOpaque {

  static final CelType TYPE = new CelType("net.IP");

  private static final int GROUPS = 8;

  private final byte[] bytes;

  Ip(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The address; null for anything else, and for addresses of version 4 written as version 6. */
  static @Nullable Ip parse(String text) {
    byte[] bytes = IpAddress.parse(text);
    if (bytes == null || (bytes.length == 4) == (text.indexOf(':') >= 0)) {
      return null;
    }
    return new Ip(bytes);
  }

  int length() {
    return bytes.length;
  }

  int octet(int index) {
    return bytes[index] & 0xff;
  }

  boolean isVersion4() {
    return bytes.length == 4;
  }

  /** The same with everything behind the first bits zero. */
  Ip masked(int bits) {
    byte[] masked = bytes.clone();
    for (int i = 0; i < masked.length; i++) {
      int kept = Math.clamp(bits - i * 8L, 0, 8);
      masked[i] &= (byte) (0xff00 >> kept);
    }
    return new Ip(masked);
  }

  /** Whether all bytes from an index to before another are zero. */
  private boolean isZero(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  boolean isUnspecified() {
    return isZero(0, bytes.length);
  }

  boolean isLoopback() {
    return isVersion4()
        ? octet(0) == 127
        : isZero(0, bytes.length - 1) && octet(bytes.length - 1) == 1;
  }

  private boolean isMulticast() {
    return isVersion4() ? (octet(0) & 0xf0) == 0xe0 : octet(0) == 0xff;
  }

  boolean isLinkLocalMulticast() {
    return isVersion4()
        ? octet(0) == 224 && octet(1) == 0 && octet(2) == 0
        : octet(0) == 0xff && (octet(1) & 0x0f) == 2;
  }

  boolean isLinkLocalUnicast() {
    return isVersion4()
        ? octet(0) == 169 && octet(1) == 254
        : octet(0) == 0xfe && (octet(1) & 0xc0) == 0x80;
  }

  boolean isGlobalUnicast() {
    boolean broadcast =
        isVersion4() && octet(0) == 255 && octet(1) == 255 && octet(2) == 255 && octet(3) == 255;
    return !broadcast
        && !isUnspecified()
        && !isLoopback()
        && !isMulticast()
        && !isLinkLocalUnicast();
  }

  @Override
  public CelType type() {
    return TYPE;
  }

  @Override
  public long costSize() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ip that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The canonical form. */
  @Override
  public String toString() {
    if (isVersion4()) {
      return octet(0) + "." + octet(1) + "." + octet(2) + "." + octet(3);
    }
    int gap = -1;
    int gapEnd = -1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && group(end) == 0) {
        end++;
      }
      if (end - i >= 2 && end - i > gapEnd - gap) {
        gap = i;
        gapEnd = end;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == gap) {
        text.append("::");
        i = gapEnd - 1;
      } else {
        boolean separate = !text.isEmpty() && text.charAt(text.length() - 1) != ':';
        text.append(separate ? ":" : "").append(Integer.toHexString(group(i)));
      }
    }
    return text.toString();
  }

  private int group(int index) {
    return (octet(2 * index) << 8) | octet(2 * index + 1);
  }
}
