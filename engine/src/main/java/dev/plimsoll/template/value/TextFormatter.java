package dev.plimsoll.template.value;

import java.util.function.LongConsumer;

/** Pads, cuts, quotes and encodes text as the flags of a format say. */
final class TextFormatter {

  private final TextBuilder out;
  private final FormatFlags flags;
  private final LongConsumer charge;

  TextFormatter(TextBuilder out, FormatFlags flags, LongConsumer charge) {
    this.out = out;
    this.flags = flags;
    this.charge = charge;
  }

  /** Appends text, padded to the width by zeros if there is such a flag. */
  void pad(TracedText text) {
    pad(text, flags.zero && !flags.minus ? '0' : ' ');
  }

  void pad(String text, Trace trace) {
    pad(TracedText.computed(text, trace));
  }

  /** Appends text, padded to the width by blanks. */
  void padBlank(TracedText text) {
    pad(text, ' ');
  }

  void padBlank(String text, Trace trace) {
    padBlank(TracedText.computed(text, trace));
  }

  private void pad(TracedText text, char filler) {
    String characters = text.text();
    charge.accept(characters.length());
    int missing = flags.hasWidth ? flags.padding(characters.codePointCount(0, text.length())) : 0;
    if (missing == 0) {
      out.append(text);
      return;
    }
    charge.accept(missing);
    String padding = String.valueOf(filler).repeat(missing);
    if (flags.minus) {
      out.append(text).append(padding, text.trace());
    } else {
      out.append(padding, text.trace()).append(text);
    }
  }

  /** {@code %s}: the precision is the largest number of characters. */
  void truncated(TracedText text) {
    pad(cut(text));
  }

  private TracedText cut(TracedText text) {
    String characters = text.text();
    if (!flags.hasPrecision || characters.codePointCount(0, text.length()) <= flags.precision) {
      return text;
    }
    return text.substring(0, characters.offsetByCodePoints(0, flags.precision));
  }

  /** {@code %q}. */
  void quoted(TracedText text) {
    TracedText shown = cut(text);
    charge.accept(shown.length());
    if (flags.sharp && GoQuotes.canBackquote(shown.text())) {
      pad(new TextBuilder().append('`').append(shown).append('`').build());
    } else {
      pad(GoQuotes.quote(shown, flags.plus));
    }
  }

  /** {@code %x} and {@code %X} of text. */
  void hexadecimal(byte[] bytes, int verb, Trace trace) {
    int length = flags.hasPrecision ? Math.min(flags.precision, bytes.length) : bytes.length;
    charge.accept(length * 5L);
    String prefix = flags.sharp ? "0" + (char) verb : "";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      if (i > 0 && flags.space) {
        text.append(' ');
      }
      if (i == 0 || flags.space) {
        text.append(prefix);
      }
      text.append(digit(bytes[i] >> 4, verb)).append(digit(bytes[i], verb));
    }
    pad(text.toString(), trace);
  }

  private static char digit(int bits, int verb) {
    char digit = Character.forDigit(bits & 0xf, 16);
    return verb == 'X' ? Character.toUpperCase(digit) : digit;
  }
}
