package dev.xenvendor.git.object;

import dev.xenvendor.release.Committer;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** Turns the committer of a release into JGit's form and back. */
public final class PersonIdents {

  private PersonIdents() {}

  public static PersonIdent of(Committer committer) {
    return new PersonIdent(committer.name(), committer.email(), committer.when(), committer.zone());
  }

  public static Committer committerOf(RevCommit commit) {
    return committer(commit.getCommitterIdent());
  }

  public static Committer committer(PersonIdent ident) {
    ZoneOffset zone = ident.getZoneId().getRules().getOffset(ident.getWhenAsInstant());
    return new Committer(ident.getName(), ident.getEmailAddress(), ident.getWhenAsInstant(), zone);
  }
}
