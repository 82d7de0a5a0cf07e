package dev.xenvendor.git.repository;

import dev.xenvendor.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.SystemReader;

/**
 * The identity of the committer: {@code GIT_AUTHOR_*} and {@code GIT_COMMITTER_*} first, then git's
 * configuration.
 */
public final class GitIdentity {

  /** Git's own form of a time: seconds since 1970 and the zone. */
  private static final Pattern RAW = Pattern.compile("@?(\\d{1,11})(?: ([-+]\\d{4}))?");

  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z"));

  private final Repository repository;

  public GitIdentity(Repository repository) {
    this.repository = repository;
  }

  public PersonIdent author() {
    return ident("AUTHOR");
  }

  public PersonIdent committer() {
    return ident("COMMITTER");
  }

  private PersonIdent ident(String role) {
    String name = clean(value(role, "NAME").orElseThrow(GitIdentity::missing));
    String email = clean(value(role, "EMAIL").or(this::guessed).orElseThrow(GitIdentity::missing));
    if (name.isEmpty()) {
      throw Problem.repository("the name of the " + role.toLowerCase(Locale.ROOT) + " is empty")
          .hint("git config user.name \"Your Name\"");
    }
    Optional<OffsetDateTime> date =
        environment("GIT_" + role + "_DATE").filter(text -> !text.isBlank()).map(GitIdentity::date);
    Instant when =
        date.map(OffsetDateTime::toInstant).orElseGet(() -> SystemReader.getInstance().now());
    ZoneId zone = date.<ZoneId>map(OffsetDateTime::getOffset).orElseGet(ZoneId::systemDefault);
    return new PersonIdent(name, email, when, zone);
  }

  private Optional<String> value(String role, String what) {
    String key = what.toLowerCase(Locale.ROOT);
    return Stream.of(
            environment("GIT_" + role + "_" + what).map(text -> readable(text, role)),
            configured(role.toLowerCase(Locale.ROOT), key),
            configured("user", key))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> configured(String section, String key) {
    return Optional.ofNullable(repository.getConfig().getString(section, null, key))
        .filter(text -> !text.isEmpty());
  }

  /** Like git, takes {@code EMAIL} unless it is told not to guess. */
  private Optional<String> guessed() {
    return repository.getConfig().getBoolean("user", "useConfigOnly", false)
        ? Optional.empty()
        : environment("EMAIL").filter(text -> !text.isBlank());
  }

  private static Optional<String> environment(String variable) {
    return Optional.ofNullable(SystemReader.getInstance().getenv(variable));
  }

  /** Refuses what Java could not decode: the commit would contain other text. */
  private static String readable(String text, String role) {
    if (text.indexOf('\ufffd') >= 0) {
      throw Problem.repository("GIT_" + role + "_NAME or _EMAIL is not UTF-8")
          .hint("set it in UTF-8, or use git config user.name");
    }
    return text;
  }

  /** As git does it: without what would end a name, and without punctuation around it. */
  private static String clean(String text) {
    return text.replaceAll("^[\\x00-\\x20,:;<>\"\\\\']+|[\\x00-\\x20,:;<>\"\\\\']+$", "")
        .replaceAll("[<>\n]", "");
  }

  private static Problem missing() {
    return Problem.repository("no author of commits is configured")
        .hint("git config user.name \"Your Name\" && git config user.email you@example.org");
  }

  private static OffsetDateTime date(String text) {
    Matcher raw = RAW.matcher(text.strip());
    if (raw.matches()) {
      ZoneOffset zone = raw.group(2) == null ? ZoneOffset.UTC : ZoneOffset.of(raw.group(2));
      return Instant.ofEpochSecond(Long.parseLong(raw.group(1))).atOffset(zone);
    }
    for (DateTimeFormatter form : FORMS) {
      try {
        return OffsetDateTime.parse(text.strip(), form);
      } catch (DateTimeException e) {
        // another form, perhaps
      }
    }
    throw Problem.usage("not a date: " + text)
        .hint("e.g. GIT_AUTHOR_DATE='1219219200 +0000' or 2008-08-20T10:00:00+02:00");
  }
}
