package dev.xenvendor.cli.option;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/**
 * The command line syntax of a command: its name, help, options and parameters.
 *
 * <p>Picocli can read all this from annotations, too. But Java makes classes for annotations anew
 * in every run, and that takes longer than many a command.
 */
public final class Syntax {

  private final CommandSpec spec;
  private final ScopeType scope;

  private Syntax(Object command, ScopeType scope, String name, String... description) {
    this.spec = CommandSpec.wrapWithoutInspection(command).name(name);
    this.scope = scope;
    spec.usageMessage().description(description);
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help message and exit.")
            .build());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print version information and exit.")
            .build());
  }

  public static Syntax of(Callable<Integer> command, String name, String... description) {
    return new Syntax(command, ScopeType.LOCAL, name, description);
  }

  /** The whole program's: every command has its options, too. */
  public static Syntax ofProgram(Runnable program, String name, String description) {
    return new Syntax(program, ScopeType.INHERIT, name, description);
  }

  /** An option without a value. */
  public Flag flag(List<String> names, String description) {
    OptionSpec option =
        OptionSpec.builder(names.toArray(String[]::new))
            .type(boolean.class)
            .scopeType(scope)
            .description(description)
            .build();
    spec.addOption(option);
    return new Flag(option);
  }

  public Flag flag(String name, String description) {
    return flag(List.of(name), description);
  }

  public <T> Argument<T> option(String name, String label, Class<T> type, String... description) {
    return option(List.of(name), label, type, description);
  }

  /** An option with a short name as well. */
  public <T> Argument<T> option(
      List<String> names, String label, Class<T> type, String... description) {
    OptionSpec option =
        OptionSpec.builder(names.toArray(String[]::new))
            .paramLabel(label)
            .type(type)
            .scopeType(scope)
            .description(description)
            .build();
    spec.addOption(option);
    return new Argument<>(option);
  }

  /** An option that may be given several times, or once with commas. */
  public <T> Argument<List<T>> options(
      String name, String label, Class<T> type, String... description) {
    OptionSpec option =
        OptionSpec.builder(name)
            .paramLabel(label)
            .type(List.class)
            .auxiliaryTypes(type)
            .splitRegex(",")
            .description(description)
            .build();
    spec.addOption(option);
    return new Argument<>(option);
  }

  /** An option with a name and a text, which may be given several times; a text may hold commas. */
  public Argument<Map<String, String>> pairs(String name, String label, String... description) {
    OptionSpec option =
        OptionSpec.builder(name)
            .paramLabel(label)
            .type(Map.class)
            .auxiliaryTypes(String.class, String.class)
            .description(description)
            .build();
    spec.addOption(option);
    return new Argument<>(option);
  }

  /** The one required value after the command. */
  public <T> Argument<T> parameter(String label, Class<T> type, String description) {
    return parameter(
        PositionalParamSpec.builder().index("0").arity("1").required(true).type(type),
        label,
        description);
  }

  /** The one optional value after the command. */
  public <T> Argument<T> optionalParameter(String label, Class<T> type, String description) {
    return parameter(
        PositionalParamSpec.builder().index("0").arity("0..1").type(type), label, description);
  }

  /** An optional value after the first. */
  public <T> Argument<T> optionalSecondParameter(String label, Class<T> type, String description) {
    return parameter(
        PositionalParamSpec.builder().index("1").arity("0..1").type(type), label, description);
  }

  /**
   * Words after the command.
   *
   * @param arity how many there may be, e.g. {@code 0..3}
   */
  public Argument<List<String>> words(String arity, String label, String description) {
    return values(arity, label, String.class, description);
  }

  /** Values after the command, as many as {@link #words} allows. */
  public <T> Argument<List<T>> values(
      String arity, String label, Class<T> type, String description) {
    PositionalParamSpec.Builder values = PositionalParamSpec.builder();
    values.arity(arity).required(!arity.startsWith("0")).type(List.class).auxiliaryTypes(type);
    return parameter(values, label, description);
  }

  private <T> Argument<T> parameter(
      PositionalParamSpec.Builder builder, String label, String description) {
    PositionalParamSpec parameter = builder.paramLabel(label).description(description).build();
    spec.addPositional(parameter);
    return new Argument<>(parameter);
  }

  /** A command that is called by the name of this one and its own. */
  public void add(Syntax part) {
    spec.addSubcommand(part.spec.name(), part.spec);
  }

  /** As picocli wants it. */
  public CommandSpec spec() {
    return spec;
  }
}
