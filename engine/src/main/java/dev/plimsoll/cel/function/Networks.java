package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.template.value.GoQuotes;

/** Addresses and ranges of them. */
final class Networks implements Library {

  @Override
  public Object call(String function, Object[] arguments) {
    Object value = arguments[0];
    if (arguments.length == 2) {
      return contains(function, arguments);
    }
    if (value instanceof String text) {
      return switch (function) {
        case "ip" -> ip(text);
        case "isIP" -> Ip.parse(text) != null;
        case "ip.isCanonical" -> ip(text).toString().equals(text);
        case "cidr" -> cidr(text);
        case "isCIDR" -> Cidr.parse(text) != null;
        default -> throw CelFailure.noOverload(function, arguments);
      };
    }
    if (value instanceof Cidr cidr) {
      return switch (function) {
        case "ip" -> cidr.ip();
        case "masked" -> cidr.masked();
        case "prefixLength" -> (long) cidr.bits();
        default -> throw CelFailure.noOverload(function, arguments);
      };
    }
    if (value instanceof Ip ip) {
      return property(function, ip);
    }
    throw CelFailure.noOverload(function, arguments);
  }

  private static Object property(String function, Ip ip) {
    return switch (function) {
      case "family" -> ip.isVersion4() ? 4L : 6L;
      case "isUnspecified" -> ip.isUnspecified();
      case "isLoopback" -> ip.isLoopback();
      case "isLinkLocalMulticast" -> ip.isLinkLocalMulticast();
      case "isLinkLocalUnicast" -> ip.isLinkLocalUnicast();
      case "isGlobalUnicast" -> ip.isGlobalUnicast();
      default -> throw CelFailure.noOverload(function, ip);
    };
  }

  private static Object contains(String function, Object[] arguments) {
    if (arguments[0] instanceof Cidr range) {
      Object other = arguments[1];
      if (function.equals("containsIP")) {
        if (other instanceof Ip ip) {
          return range.contains(ip);
        }
        if (other instanceof String text) {
          return range.contains(ip(text));
        }
      } else if (other instanceof Cidr inner) {
        return range.contains(inner);
      } else if (other instanceof String text) {
        return range.contains(cidr(text));
      }
    }
    throw CelFailure.noOverload(function, arguments);
  }

  private static Ip ip(String text) {
    Ip ip = Ip.parse(text);
    if (ip == null) {
      throw CelFailure.of(
          "IP Address " + GoQuotes.quote(text) + " parse error during conversion from string");
    }
    return ip;
  }

  private static Cidr cidr(String text) {
    Cidr cidr = Cidr.parse(text);
    if (cidr == null) {
      throw CelFailure.of(
          "network address parse error during conversion from string: " + GoQuotes.quote(text));
    }
    return cidr;
  }
}
