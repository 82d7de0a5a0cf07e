package dev.xenvendor.cli;

import java.util.concurrent.Callable;

/** One command of the program: what it reads from the command line, and what it does. */
interface Command extends Callable<Integer> {

  Syntax syntax();

  /** Does it, and returns the exit status. */
  @Override
  Integer call();
}
