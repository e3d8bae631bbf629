package dev.plimsoll.lsp.workspace;

/** How large a text may be in an editor. */
public final class SizeLimit {

  private static final int MAX_CHARACTERS = 4 << 20;

  /** Why a larger one is not looked at. */
  public static final String REASON =
      "it is larger than 4 MiB, which is too much for an editor; `plimsoll check` reads it.";

  private SizeLimit() {}

  public static boolean isAbove(String text) {
    return text.length() > MAX_CHARACTERS;
  }
}
