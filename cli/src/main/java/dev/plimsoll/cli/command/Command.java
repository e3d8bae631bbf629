package dev.plimsoll.cli.command;

import java.util.concurrent.Callable;

/** A command: what its help says, what it takes, and what it does. */
public interface Command extends Callable<Integer> {

  /** What its help says and what it takes, which is asked once. */
  Options options();
}
