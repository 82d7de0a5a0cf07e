package dev.xenvendor.cli;

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
            "An operating system has had these headers for years, and changed them. Which release"
                + " were they?",
            ExitCode.DONE,
            "adopt --vendor sample --from ../upstream"),
        step(
            "Upstream is at 3.3.0 by now. Import it unmodified; nobody imported 3.2.0.",
            ExitCode.DONE,
            "import 3.3.0 --from ../upstream"),
        step("What does it bring us, exactly, and what will break?", ExitCode.DONE, "impact"),
        step("What would it cost to merge it?", ExitCode.FINDING, "merge --dry-run"),
        step("Merge it.", ExitCode.FINDING, "merge"),
        step("What is there to decide, and what did each side do?", ExitCode.FINDING, "conflicts"),
        step(
            "Upstream dropped a header that we only gave an ident line: let it go.",
            ExitCode.DONE,
            "resolve hvm/vmx_assist.h --take vendor"),
        step(
            "It renamed the barriers: take its names, and define them elsewhere.",
            ExitCode.DONE,
            "resolve io/ring.h --hunk all --take vendor"),
        step(
            "Upstream worded its notice anew, and we have our ident line above it: take both.",
            ExitCode.DONE,
            "resolve io/protocols.h --take suggested"),
        step(
            "Our compiler knows __unused, so that line stays as we have it.",
            ExitCode.DONE,
            "resolve io/xs_wire.h --hunk 1 --take local"),
        step("Nothing is left to decide.", ExitCode.DONE, "merge --continue"),
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
        step("Import 3.3.0 again.", ExitCode.DONE, "import 3.3.0 --from ../upstream"),
        step(
            "Merge it. What is declared cannot conflict, and what upstream refused moves out of"
                + " its header.",
            ExitCode.DONE,
            "merge"),
        step("What do we carry now?", ExitCode.DONE, "patches"),
        step(
            "What does CI say of the one edit that nobody declared?",
            ExitCode.FINDING,
            "check --rule undeclared-change"));
  }

  private static Step step(String says, int exit, String commandLine) {
    return new Step(says, exit, List.of(commandLine.split(" ")));
  }
}
