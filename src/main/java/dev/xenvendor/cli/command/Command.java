package dev.xenvendor.cli.command;

import dev.xenvendor.cli.option.Syntax;
import java.util.concurrent.Callable;

/** One command of the program: what it reads from the command line, and what it does. */
public abstract class Command implements Callable<Integer> {

  protected final Context context;
  protected final Syntax syntax;

  /**
   * @param description its lines in the help
   */
  @SuppressWarnings("this-escape") // picocli keeps the command, and calls it once it is parsed
  protected Command(Context context, String name, String... description) {
    this.context = context;
    this.syntax = Syntax.of(this, name, description);
  }

  public final Syntax syntax() {
    return syntax;
  }

  /** Adds commands that are called by the name of this one and their own. */
  protected final void addCommands(Command... commands) {
    for (Command command : commands) {
      syntax.add(command.syntax);
    }
  }

  /** Returns whether the command can print its result as JSON. */
  public boolean supportsJson() {
    return true;
  }

  /** Runs the command and returns the exit status. */
  @Override
  public abstract Integer call();
}
