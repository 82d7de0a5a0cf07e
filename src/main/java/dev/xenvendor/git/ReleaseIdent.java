package dev.xenvendor.git;

import dev.xenvendor.vendor.Committer;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** Turns the committer of a release into JGit's form and back. */
final class ReleaseIdent {

  private ReleaseIdent() {}

  static PersonIdent of(Committer committer) {
    return new PersonIdent(committer.name(), committer.email(), committer.when(), committer.zone());
  }

  static Committer committerOf(RevCommit commit) {
    return committer(commit.getCommitterIdent());
  }

  static Committer committer(PersonIdent ident) {
    ZoneOffset zone = ident.getZoneId().getRules().getOffset(ident.getWhenAsInstant());
    return new Committer(ident.getName(), ident.getEmailAddress(), ident.getWhenAsInstant(), zone);
  }
}
