package dev.plimsoll.yaml;

/**
 * go-yaml's guard against aliases that multiply ({@code decoder.unmarshal} and {@code
 * allowedAliasRatio}): counts decoded nodes and refuses the document as soon as too large a part of
 * them comes from aliases.
 */
final class AliasBudget {

  /** Below these counts any share of aliases is fine. */
  private static final int FREE_ALIAS_NODES = 100;

  private static final int FREE_NODES = 1_000;

  /** Between these counts the allowed share falls from 99 to 10 percent. */
  private static final int SMALL = 400_000;

  private static final int LARGE = 4_000_000;

  private int decoded;
  private int fromAliases;
  private int aliasDepth;
  private boolean exceeded;

  private AliasBudget() {}

  /** Whether Helm refuses the document for its aliases. Stops as soon as that is known. */
  static boolean isExceeded(YamlNode root) {
    AliasBudget budget = new AliasBudget();
    budget.decoded = 1; // The document itself.
    budget.decode(root);
    return budget.exceeded;
  }

  // Recursive: TreeBuilder bounds the depth, aliases followed.
  private void decode(YamlNode node) {
    if (exceeded || count()) {
      return;
    }
    switch (node) {
      case YamlScalar _ -> {}
      case YamlAlias alias -> {
        aliasDepth++;
        decode(alias.target());
        aliasDepth--;
      }
      case YamlSequence sequence -> sequence.items().forEach(this::decode);
      case YamlMapping mapping -> mapping.entries().forEach(this::decode);
    }
  }

  private void decode(YamlEntry entry) {
    if (!entry.isMerge()) {
      decode(entry.key());
      decode(entry.value());
    } else if (entry.value() instanceof YamlSequence sequence) {
      sequence.items().reversed().forEach(this::decode);
    } else {
      decode(entry.value());
    }
  }

  private boolean count() {
    decoded++;
    if (aliasDepth > 0) {
      fromAliases++;
    }
    exceeded =
        fromAliases > FREE_ALIAS_NODES
            && decoded > FREE_NODES
            && (double) fromAliases / decoded > allowedShare();
    return exceeded;
  }

  private double allowedShare() {
    if (decoded <= SMALL) {
      return 0.99;
    }
    return decoded >= LARGE ? 0.10 : 0.99 - 0.89 * ((double) (decoded - SMALL) / (LARGE - SMALL));
  }
}
