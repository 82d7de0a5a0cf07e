package dev.xenvendor.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.file.PatchWriter;
import dev.xenvendor.patch.file.PatchYaml;
import dev.xenvendor.patch.propose.PatchSearch;
import dev.xenvendor.patch.residue.LocalCopy;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.BranchHistory;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.source.BuiltInConfig;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.update.MergePlanner;
import dev.xenvendor.update.MergeStart;
import dev.xenvendor.update.PlannedMerge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Releases one after the other and a tree of the first: all that it does to it is declared, as
 * {@code patches new} declares it, and each next release is merged.
 */
public final class DeclaredMerge {

  private static final VendorConfig SAMPLE =
      VendorConfig.load("sample", new BuiltInConfig(), new BuiltInConfig());

  private final List<HeaderTree> releases = new ArrayList<>();
  private PatchSet patches = PatchSet.NONE;
  private HeaderTree local;

  public DeclaredMerge(HeaderTree release, HeaderTree local) {
    this.releases.add(release);
    this.local = local;
  }

  /** Declares what is undeclared, as it is read from the files that it is written to. */
  public DeclaredMerge declare() {
    PatchSet added =
        new PatchSearch(
                LocalCopy.of(newest(), headers(newest()), local),
                Collections.emptySortedMap(),
                CEnvironment.system())
            .declare(patches, path -> true);
    patches =
        declared(patches.with(new PatchSet(added.patches().stream().map(this::read).toList())));
    return this;
  }

  private PatchSet declared(PatchSet all) {
    return all.threeWay(version -> Optional.of(headers(version)));
  }

  private LocalPatch read(LocalPatch patch) {
    return PatchYaml.read(patch.id() + ".yaml", PatchWriter.write(patch), name -> Optional.empty());
  }

  public PatchSet patches() {
    return patches;
  }

  private Version newest() {
    return new Version("1." + releases.size());
  }

  private HeaderTree headers(Version version) {
    return releases.get(Integer.parseInt(version.text().substring(2)) - 1);
  }

  /** Merges the next release. Where that leaves no conflict, the tree and its patches go along. */
  public PlannedMerge merge(HeaderTree release) {
    Version from = newest();
    HeaderTree base = headers(from);
    releases.add(release);
    MergeStart start =
        new MergeStart(
            new MergeBase(Optional.of(imported(from)), base, MergeBase.Origin.RECORD),
            local,
            Map.of(),
            imported(newest()),
            release);
    PlannedMerge plan =
        new MergePlanner(
                new Downstream(SAMPLE, new Nothing(), new Nothing()).with(patches),
                () -> {
                  throw new AssertionError("nothing is moved");
                })
            .plan(start);
    patches = declared(patches.replacing(plan.refreshed().stream().map(this::read).toList()));
    local = plan.result().tree();
    plan.result().conflicts().forEach(conflict -> giveUp(conflict.paths(), release));
    return plan;
  }

  /** Settles a conflict by the vendor's side, and ends the patches that are about it. */
  private void giveUp(List<HeaderPath> paths, HeaderTree release) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>(local.files());
    for (HeaderPath path : paths) {
      files.remove(path);
      release.get(path).ifPresent(file -> files.put(path, file));
    }
    local = HeaderTree.of(files);
    patches =
        declared(
            new PatchSet(
                patches.patches().stream()
                    .filter(p -> p.change().namedFiles().stream().noneMatch(paths::contains))
                    .toList()));
  }

  /** Merges the next release, and tells in what that is worse than what git makes of it. */
  public List<String> worseThan(NativeGit git, HeaderTree release) {
    GitVerdict verdict = GitVerdict.of(git, headers(newest()), local, release);
    PatchSet declared = patches;
    return verdict.worse(merge(release).result(), tree -> everyLine(declared, tree));
  }

  /** What is done to every line, or to every header, is done to those that trunk lacked it in. */
  private static HeaderTree everyLine(PatchSet patches, HeaderTree tree) {
    return new PatchSet(
            patches.patches().stream()
                .filter(p -> p.change().isOfEveryLine() || p.change().namedFiles().isEmpty())
                .toList())
        .applyTo(tree, Map.of())
        .tree();
  }

  /** The merged tree. */
  public HeaderTree local() {
    return local;
  }

  /** What nobody declares of the tree as it is now. */
  public void requireDeclared() {
    assertThat(Residue.of(patches, LocalCopy.of(newest(), headers(newest()), local)).hunks())
        .isEmpty();
  }

  private static ImportedRelease imported(Version version) {
    return new ImportedRelease(
        version,
        GitId.ofBlob(version.text().getBytes(US_ASCII)),
        "",
        Optional.empty(),
        Optional.empty());
  }

  /** A tree in which nothing is but the headers. */
  private static final class Nothing implements TrunkView, VendorReleases {

    @Override
    public BranchHistory history() {
      return new BranchHistory(List.of(), List.of(), Optional.empty());
    }

    @Override
    public List<ImportedRelease> releases() {
      return List.of();
    }

    @Override
    public HeaderTree headers(ImportedRelease release) {
      throw new AssertionError("there is no release");
    }

    @Override
    public String branch() {
      return "main";
    }

    @Override
    public HeaderTree tree(HeaderPath folder) {
      return HeaderTree.EMPTY;
    }

    @Override
    public HeaderTree tree() {
      return HeaderTree.EMPTY;
    }

    @Override
    public Optional<HeaderFile> file(HeaderPath path) {
      return Optional.empty();
    }

    @Override
    public boolean descendsFrom(GitId commit) {
      return false;
    }
  }
}
