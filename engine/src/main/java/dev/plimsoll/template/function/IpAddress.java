package dev.plimsoll.template.function;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as Go's {@code net.ParseIP} reads them. */
public final class IpAddress {

  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern VERSION_4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
  private static final Pattern VERSION_6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private IpAddress() {}

  /** The bytes of an address; null for what is none. No name is looked up. */
  public static byte @Nullable [] parse(String text) {
    try {
      if (VERSION_4.matcher(text).matches()) {
        return InetAddress.ofLiteral(text).getAddress();
      }
      boolean mayBe6 = text.indexOf(':') >= 0 && VERSION_6.matcher(text).matches();
      return mayBe6 ? Inet6Address.ofLiteral(text).getAddress() : null;
    } catch (IllegalArgumentException e) {
      // Go gives nil.
      return null;
    }
  }
}
