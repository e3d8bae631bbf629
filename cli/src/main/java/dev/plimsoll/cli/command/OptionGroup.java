package dev.plimsoll.cli.command;

/** Options that several commands have, or a part of those of one. */
@FunctionalInterface
interface OptionGroup {

  /** Adds them to those of a command. */
  void declare(Options options);
}
