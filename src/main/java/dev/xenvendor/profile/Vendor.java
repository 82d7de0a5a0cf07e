package dev.xenvendor.profile;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.Limits;
import dev.xenvendor.tree.PathSet;
import java.util.List;
import java.util.Optional;

/**
 * An upstream, and how this tree takes it in: the content of {@code vendor/<name>/vendor.yaml}.
 *
 * @param localName what the operating system's side is called in conflict markers; where it is not
 *     given, the branch's name serves
 * @param license the licence file among the headers, whose changes are pointed out
 * @param prefix the folder of the headers in the operating system's tree
 * @param files which of upstream's files the tree imports
 * @param branch the name of the vendor branch
 * @param tagPattern the name of a release's tag, with {@code {version}} in it
 * @param cvs what the two are called in CVS
 */
public record Vendor(
    String name,
    Optional<String> localName,
    Upstream upstream,
    Optional<HeaderPath> license,
    HeaderPath prefix,
    PathSet files,
    String branch,
    String tagPattern,
    CvsTags cvs,
    CheckSettings checks) {

  public static final String VERSION = TagPattern.VERSION;

  /** The vendor's name at the start of a sentence, e.g. {@code Xen}. */
  public String title() {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** A release by name, e.g. {@code Xen 3.3.0}. */
  public String title(Version version) {
    return title() + ' ' + version;
  }

  public String tag(Version version) {
    return new TagPattern(tagPattern).tagOf(version);
  }

  /** The version a tag of this vendor names. */
  public Optional<Version> versionOfTag(String tag) {
    return new TagPattern(tagPattern).versionOf(tag);
  }

  /** The folder of this vendor's own configuration, in the tree or in the program. */
  public String configFolder() {
    return "vendor/" + name;
  }

  /** The record of what was merged last, in trunk. */
  public HeaderPath recordPath() {
    return HeaderPath.of(configFolder() + "/merged.yaml");
  }

  /** The part of a release that goes onto the vendor branch. */
  public HeaderTree included(HeaderTree release) {
    return release.only(files);
  }

  public Vendor withPrefix(HeaderPath other) {
    return new Vendor(
        name, localName, upstream, license, other, files, branch, tagPattern, cvs, checks);
  }

  public Vendor withFiles(PathSet other) {
    return new Vendor(
        name, localName, upstream, license, prefix, other, branch, tagPattern, cvs, checks);
  }

  public Vendor withLocalName(String other) {
    return new Vendor(
        name,
        Optional.of(other),
        upstream,
        license,
        prefix,
        files,
        branch,
        tagPattern,
        cvs,
        checks);
  }

  public Vendor withLimits(Limits limits) {
    return new Vendor(
        name,
        localName,
        upstream,
        license,
        prefix,
        files,
        branch,
        tagPattern,
        cvs,
        checks.withLimits(limits));
  }

  /** Returns this vendor without the settings of one operating system. */
  public Vendor neutral() {
    CheckSettings plain =
        new CheckSettings(
            Optional.empty(),
            PathSet.of(List.of(), List.of()),
            AbiSettings.DEFAULT,
            checks.rules(),
            checks.limits());
    return new Vendor(
        name, Optional.empty(), upstream, license, prefix, files, branch, tagPattern, cvs, plain);
  }

  /** The command that gets the vendor branch where it is missing, or lacks releases. */
  public String fetchCommand() {
    return "git fetch origin " + branch + ':' + branch;
  }

  /** The refs of the vendor branch and of a release, as {@code git push} takes them. */
  public List<String> pushRefs(Version version) {
    return List.of(branch, tag(version));
  }
}
