package dev.xenvendor.report;

/**
 * The commands for CVS that are named next, with the options that the present one was given.
 *
 * @param config the options that name the configuration
 * @param place those that name the repository and the tree in it; empty where a working copy does
 */
public record CvsCall(String config, String place) {

  /** A command that takes both. */
  String of(String words) {
    return inWorkingCopy(words) + place;
  }

  /** A command that a working copy tells the place. */
  String inWorkingCopy(String words) {
    return "xenvendor" + config + " cvs " + words;
  }
}
