package dev.xenvendor.git.program;

import dev.xenvendor.problem.Problem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectBuilder;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;

/**
 * Signs commits and tags where git's configuration wants it, with the program that git would run.
 */
public final class CommitSigner {

  private static final String BEGIN = "-----BEGIN ";

  private final Path folder;
  private final Config config;
  private final boolean wanted;

  /**
   * @param wanted false where the user asks for no signature, whatever is configured
   */
  public CommitSigner(Repository jgit, boolean wanted) {
    this.folder = (jgit.isBare() ? jgit.getDirectory() : jgit.getWorkTree()).toPath();
    this.config = jgit.getConfig();
    this.wanted = wanted;
  }

  public void sign(CommitBuilder commit) {
    if (signsCommits()) {
      sign(commit, commit.getCommitter());
    }
  }

  /** Returns whether commits get a signature, so that no two are the same. */
  boolean signsCommits() {
    return wanted && config.getBoolean("commit", "gpgSign", false);
  }

  public void sign(TagBuilder tag) {
    if (wanted
        && (config.getBoolean("tag", "gpgSign", false)
            || config.getBoolean("tag", "forceSignAnnotated", false))) {
      sign(tag, tag.getTagger());
    }
  }

  private void sign(ObjectBuilder object, PersonIdent who) {
    try {
      object.setGpgSignature(new GpgSignature(signature(object.build(), who)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] signature(byte[] payload, PersonIdent who) throws IOException {
    String format = Optional.ofNullable(config.getString("gpg", null, "format")).orElse("openpgp");
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "openpgp" -> byGpg(payload, program("openpgp").orElse("gpg"), who);
      case "x509" -> byGpg(payload, program("x509").orElse("gpgsm"), who);
      case "ssh" -> bySsh(payload, program("ssh").orElse("ssh-keygen"));
      default ->
          throw Problem.repository("gpg.format is " + format + ", which git does not support")
              .hint("git config gpg.format openpgp, x509 or ssh");
    };
  }

  private Optional<String> program(String format) {
    Optional<String> own = Optional.ofNullable(config.getString("gpg", format, "program"));
    return own.isPresent() || !format.equals("openpgp")
        ? own
        : Optional.ofNullable(config.getString("gpg", null, "program"));
  }

  private Optional<String> key() {
    return Optional.ofNullable(config.getString("user", null, "signingKey"));
  }

  private byte[] byGpg(byte[] payload, String program, PersonIdent who) {
    String key = key().orElse(who.getName() + " <" + who.getEmailAddress() + '>');
    Program.Ended gpg =
        Program.of(folder, List.of(program, "--status-fd=2", "-bsau", key)).run(payload);
    if (!gpg.isGood() || !gpg.err().contains("[GNUPG:] SIG_CREATED ")) {
      throw failed(program, gpg.err());
    }
    return unixLines(gpg.out());
  }

  private byte[] bySsh(byte[] payload, String program) throws IOException {
    String key = key().or(this::defaultKey).orElseThrow(CommitSigner::noKey);
    Path scratch = Files.createTempDirectory("xenvendor-sign");
    Path signed = scratch.resolve("payload");
    Path keyFile = scratch.resolve("key");
    Path signature = scratch.resolve("payload.sig");
    try {
      Files.write(signed, payload);
      List<String> command = new ArrayList<>(List.of(program, "-Y", "sign", "-n", "git", "-f"));
      Optional<String> literal = literal(key);
      if (literal.isPresent()) {
        Files.writeString(keyFile, literal.get() + '\n', StandardCharsets.UTF_8);
        command.addAll(List.of(keyFile.toString(), "-U"));
      } else {
        command.add(expanded(key));
      }
      command.add(signed.toString());
      Program.Ended ssh = Program.of(folder, command).run(new byte[0]);
      if (!ssh.isGood() || !Files.exists(signature)) {
        throw failed(program, ssh.err());
      }
      return unixLines(Files.readAllBytes(signature));
    } finally {
      for (Path file : List.of(signed, keyFile, signature, scratch)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A key that the configuration holds itself, instead of a file with it. */
  private static Optional<String> literal(String key) {
    if (key.startsWith("key::")) {
      return Optional.of(key.substring("key::".length()));
    }
    return key.startsWith("ssh-") ? Optional.of(key) : Optional.empty();
  }

  private static String expanded(String file) {
    String home = org.eclipse.jgit.util.FS.DETECTED.userHome().getPath();
    return file.startsWith("~/") ? home + File.separator + file.substring(2) : file;
  }

  private Optional<String> defaultKey() {
    return Optional.ofNullable(config.getString("gpg", "ssh", "defaultKeyCommand"))
        .map(command -> Program.shell(folder, command).run(new byte[0]))
        .filter(Program.Ended::isGood)
        .flatMap(
            ended ->
                new String(ended.out(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> literal(line).isPresent())
                    .findFirst());
  }

  private static Problem noKey() {
    return Problem.repository("no key to sign with: user.signingKey is not set")
        .hint("git config user.signingKey ~/.ssh/id_ed25519.pub, or --no-gpg-sign");
  }

  private static Problem failed(String program, String err) {
    String why =
        err.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("[GNUPG:] "))
            .reduce((first, last) -> last)
            .map(line -> ": " + line)
            .orElse("");
    return Problem.repository(program + " failed to sign" + why)
        .hint("nothing was committed; --no-gpg-sign skips the signature");
  }

  private static byte[] unixLines(byte[] signature) {
    String text = new String(signature, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    int begin = Math.max(0, text.indexOf(BEGIN));
    return text.substring(begin).stripTrailing().getBytes(StandardCharsets.ISO_8859_1);
  }
}
