package dev.xenvendor.check.inspection;

import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Severity;
import dev.xenvendor.tree.Digests;
import dev.xenvendor.tree.HeaderPath;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that a check found.
 *
 * @param path the file it is in, from the root of the tree
 * @param line counted from 1
 * @param about the name it is about: a macro, a type, a field
 * @param patch the local patch that it has to do with
 * @param lines what differs, where it is lines of a file
 * @param hint what to do about it
 * @param skipped whether it says that the rule could not be checked, and nothing about the tree
 */
public record Finding(
    Rule rule,
    Severity severity,
    Optional<HeaderPath> path,
    Optional<Integer> line,
    Optional<String> about,
    Optional<String> patch,
    String message,
    Optional<LineChange> lines,
    String hint,
    boolean skipped) {

  /** A finding of the rule's own severity, about the tree as a whole. */
  public static Finding of(Rule rule, String message, String hint) {
    return new Finding(
        rule,
        rule.severity(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        message,
        Optional.empty(),
        hint,
        false);
  }

  /** Says that a rule could not be checked. */
  static Finding skipped(Rule rule, String message, String hint) {
    Finding finding = of(rule, message, hint);
    return new Finding(
        rule,
        finding.severity,
        finding.path,
        finding.line,
        finding.about,
        finding.patch,
        message,
        finding.lines,
        hint,
        true);
  }

  public Finding in(HeaderPath file) {
    return new Finding(
        rule, severity, Optional.of(file), line, about, patch, message, lines, hint, skipped);
  }

  public Finding at(HeaderPath file, int number) {
    return new Finding(
        rule,
        severity,
        Optional.of(file),
        Optional.of(number),
        about,
        patch,
        message,
        lines,
        hint,
        skipped);
  }

  public Finding about(String name) {
    return new Finding(
        rule, severity, path, line, Optional.of(name), patch, message, lines, hint, skipped);
  }

  public Finding of(String patchId) {
    return new Finding(
        rule, severity, path, line, about, Optional.of(patchId), message, lines, hint, skipped);
  }

  public Finding showing(LineChange change) {
    return new Finding(
        rule, severity, path, line, about, patch, message, Optional.of(change), hint, skipped);
  }

  /** A finding that is no error, whatever its rule's are. */
  public Finding asWarning() {
    return withSeverity(Severity.WARNING);
  }

  /** The same with something else to do about it. */
  public Finding withHint(String other) {
    return new Finding(rule, severity, path, line, about, patch, message, lines, other, skipped);
  }

  public Finding withSeverity(Severity other) {
    return new Finding(rule, other, path, line, about, patch, message, lines, hint, skipped);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /**
   * Returns what it is, wherever its line has moved to: two states of a tree that both have it have
   * the same text here.
   */
  public String identity() {
    return Stream.of(
            Stream.of(rule.word()),
            path.map(HeaderPath::value).stream(),
            about.stream(),
            patch.stream(),
            Stream.of(message),
            lines.stream().flatMap(change -> change.unified().stream()))
        .flatMap(part -> part)
        .collect(Collectors.joining("\n"));
  }

  /** The identity as a name of fixed length. */
  public String fingerprint() {
    return Digests.sha256(identity().getBytes(StandardCharsets.UTF_8));
  }
}
