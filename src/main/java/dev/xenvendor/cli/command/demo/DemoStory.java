package dev.xenvendor.cli.command.demo;

import dev.xenvendor.cli.console.ExitCode;
import java.util.List;

/** The story the demonstration tells: what happens, and the command that makes it happen. */
final class DemoStory {

  /**
   * One step.
   *
   * @param exit the status the command ends with
   */
  record Step(String says, int exit, List<String> arguments) {}

  private DemoStory() {}

  static List<Step> steps() {
    return List.of(
        step(
            "An operating system has carried these headers for years, with changes. Which release"
                + " are they from?",
            ExitCode.DONE,
            "adopt --vendor sample --from ../upstream"),
        step(
            "What would an update to upstream's newest release bring and cost?",
            ExitCode.FINDING,
            "update --dry-run --from ../upstream"),
        step("What exactly does it add and change?", ExitCode.DONE, "impact 3.1.0 3.3.0"),
        step(
            "Import the release unmodified, and merge it.",
            ExitCode.FINDING,
            "update --from ../upstream"),
        step(
            "Which conflicts are there, and what did each side change?",
            ExitCode.FINDING,
            "conflicts"),
        step(
            "Upstream deleted a header to which we only added an ident line: delete it.",
            ExitCode.DONE,
            "resolve hvm/vmx_assist.h --take vendor"),
        step(
            "Upstream renamed the barriers: take its names, and define them elsewhere.",
            ExitCode.DONE,
            "resolve io/ring.h --hunk all --take vendor"),
        step(
            "Upstream reworded its notice, below our ident line: take both.",
            ExitCode.DONE,
            "resolve io/protocols.h --take suggested"),
        step(
            "Our compiler knows __unused, so keep our line.",
            ExitCode.DONE,
            "resolve io/xs_wire.h --hunk 1 --take local"),
        step("All conflicts are resolved.", ExitCode.DONE, "merge --continue"),
        step("Where are we now?", ExitCode.DONE, "status"));
  }

  /** The same merge in a tree whose changes are declared: it stops for none of them. */
  static List<Step> declaredSteps() {
    return List.of(
        step(
            "The same tree, with its changes declared in local-patches/sample: what, and why.",
            ExitCode.DONE,
            "adopt --vendor sample --from ../upstream"),
        step(
            "Why are the ring indices volatile?",
            ExitCode.DONE,
            "patches show xs-wire-volatile-indices"),
        step(
            "Update it. Declared changes cannot conflict, and the definitions that upstream refused"
                + " move out of its header.",
            ExitCode.DONE,
            "update --from ../upstream"),
        step("Which changes do we carry now?", ExitCode.DONE, "patches"),
        step(
            "What does CI report about the one undeclared edit?",
            ExitCode.FINDING,
            "check --rule undeclared-change"));
  }

  private static Step step(String says, int exit, String commandLine) {
    return new Step(says, exit, List.of(commandLine.split(" ")));
  }
}
