package dev.xenvendor.cvs;

import java.util.List;

/**
 * The vendor branch as a repository has it.
 *
 * @param tag its name; the repository's own, where the profile's is not there
 * @param number of the branch, in every file
 * @param files how many files have it
 * @param releases the releases on it whose tags can be read, oldest first
 */
public record VendorBranchState(
    String tag, String number, int files, List<CvsReleaseTag> releases) {

  public VendorBranchState {
    releases = List.copyOf(releases);
  }
}
