package dev.xenvendor.handover;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Committer;
import dev.xenvendor.tree.GitId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A merge in progress that is saved under a name.
 *
 * @param by who saved it, and when
 * @param release the release that is merged; empty for the merge of a branch
 * @param branch the branch that was checked out
 * @param head the commit that was checked out
 * @param otherParent the commit that is merged, where git is to record it
 */
public record SavedMerge(
    String name,
    Committer by,
    String vendor,
    Optional<Version> release,
    String branch,
    GitId head,
    Optional<GitId> otherParent) {

  /** A part of a ref's name that no shell takes for anything else. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]|\\.(?!\\.))*");

  private static final int LONGEST_NAME = 100;

  /** Returns where the saved merges of a vendor have their refs. */
  public static String folder(String vendor) {
    return "refs/xenvendor/saved/" + vendor + '/';
  }

  /** Returns the ref, as git push and git fetch take it. */
  public String ref() {
    return folder(vendor) + name;
  }

  /** Refuses a name that is no part of a ref's name. */
  public static void requireName(String name) {
    boolean isName =
        NAME.matcher(name).matches()
            && name.length() <= LONGEST_NAME
            && !name.endsWith(".")
            && !name.endsWith(".lock");
    if (!isName) {
      throw Problem.usage("not a name for a saved merge: '" + name + "'")
          .hint("use letters, digits, '-', '_' and '.', as in: xenvendor merge --save ring-h");
    }
  }

  /** The day on which it was saved, where the person was. */
  public LocalDate date() {
    return LocalDate.ofInstant(by.when(), by.zone());
  }

  /** As in {@code by Ann on 2026-11-20}. */
  public String who() {
    return "by " + by.name() + " on " + date();
  }

  /** As in {@code the merge of Xen 3.3.0}. */
  public String title(Vendor of) {
    return release.map(version -> "the merge of " + of.title(version)).orElse("the merge");
  }
}
