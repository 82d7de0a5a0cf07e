package dev.xenvendor.release;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The person who committed a release upstream, with the time, to the second. */
public record Committer(String name, String email, Instant when, ZoneOffset zone) {

  private static final Pattern GIT = Pattern.compile("(.*) <([^<>]*)> (\\d{1,11}) ([-+]\\d{4})");

  /** After that, git and other programs read dates differently. */
  private static final Instant LATEST = Instant.parse("2099-12-31T23:59:59Z");

  /**
   * The committer of a release whose upstream committer is unknown: the same for everyone who
   * imports it.
   *
   * @param when the date that the source has, if any; one that git cannot write is moved into range
   */
  public static Committer ofImport(Instant when) {
    Instant second = when.isBefore(Instant.EPOCH) ? Instant.EPOCH : when;
    return new Committer(
        "xenvendor",
        "import@xenvendor.invalid",
        Instant.ofEpochSecond((second.isAfter(LATEST) ? LATEST : second).getEpochSecond()),
        ZoneOffset.UTC);
  }

  /**
   * Reads the form that git writes: {@code NAME <ADDRESS> SECONDS ZONE}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static Committer of(String text) {
    Matcher git = GIT.matcher(text);
    if (!git.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not NAME <ADDRESS> SECONDS ZONE, as git writes it");
    }
    try {
      return new Committer(
          git.group(1),
          git.group(2),
          Instant.ofEpochSecond(Long.parseLong(git.group(3))),
          ZoneOffset.of(git.group(4)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    String offset = zone.equals(ZoneOffset.UTC) ? "+0000" : zone.getId().replace(":", "");
    return name + " <" + email + "> " + when.getEpochSecond() + ' ' + offset;
  }
}
