package dev.xenvendor.downstream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xenvendor.patch.residue.ResidueHunk;
import dev.xenvendor.problem.Problem;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The equation of a tree: what is computed, from what, and how often. */
final class DownstreamTest {

  private static final VendorConfig SAMPLE =
      VendorConfig.load("sample", new BuiltInConfig(), new BuiltInConfig());
  private static final HeaderPath PREFIX = SAMPLE.vendor().prefix();
  private static final HeaderPath HEADER = HeaderPath.of("sched.h");
  private static final ImportedRelease RELEASE =
      new ImportedRelease(
          new Version("3.1.0"),
          GitId.ofBlob(new byte[] {1}),
          "",
          Optional.empty(),
          Optional.empty());

  private final FakeBranch branch = new FakeBranch(header("#define A 1\n#define B 2\n"));
  private final FakeTrunk trunk = new FakeTrunk();

  private Downstream adopted(String local) {
    trunk.put(PREFIX.resolve(HEADER), local.getBytes(US_ASCII));
    MergeRecord record =
        MergeRecord.of("sample", RELEASE, branch.headers, branch.headers, Map.of());
    trunk.put(SAMPLE.vendor().recordPath(), MergeRecordYaml.write(record));
    return new Downstream(SAMPLE, branch, trunk);
  }

  private static HeaderTree header(String text) {
    return HeaderTree.of(Map.of(HEADER, HeaderFile.regular(text.getBytes(US_ASCII))));
  }

  @Test
  void trunkIsTheReleaseThatItsRecordNamesAndWhatNoPatchDeclares() {
    Downstream tree = adopted("#define A 1\n#define B 3\n");

    assertThat(tree.release()).contains(RELEASE.version());
    assertThat(tree.pristine()).isEqualTo(branch.headers);
    assertThat(tree.residue().orElseThrow().hunks())
        .extracting(ResidueHunk::path)
        .containsExactly(HEADER);
  }

  @Test
  void trunkAndBranchAreReadOnce() {
    Downstream tree = adopted("#define A 1\n#define B 3\n");
    for (int i = 0; i < 3; i++) {
      tree.residue();
      tree.states();
      tree.mergeBase();
      tree.local();
      tree.record();
    }

    assertThat(branch.reads).isEqualTo(1);
    assertThat(trunk.readsOf(PREFIX)).isEqualTo(1);
    assertThat(trunk.readsOf(SAMPLE.vendor().recordPath())).isEqualTo(1);
  }

  @Test
  void aReleaseThatTheBranchHoldsOtherwiseIsComparedWithAndNotMergedFrom() {
    Downstream tree = adopted("#define A 1\n#define B 2\n");
    branch.headers = header("#define A 1\n");
    branch.commit = GitId.ofBlob(new byte[] {2});

    assertThat(tree.base().flatMap(MergeBase::release).map(ImportedRelease::version))
        .contains(RELEASE.version());
    assertThat(tree.requiredBase().headers()).isEqualTo(branch.headers);
    assertThatThrownBy(tree::mergeBase)
        .isInstanceOf(Problem.class)
        .hasMessageContaining("does not hold it");
  }

  @Test
  void amongSeveralReleasesTheOneOfTheRecordsNameIsComparedWith() {
    Downstream tree = adopted("#define A 1\n#define B 2\n");
    branch.others.put(release("3.0.4", 3), header("#define OLD 1\n"));
    branch.headers = header("#define A 1\n");
    branch.commit = GitId.ofBlob(new byte[] {2});

    assertThat(tree.base().flatMap(MergeBase::release).map(ImportedRelease::version))
        .contains(RELEASE.version());
  }

  @Test
  void headersThatTheBranchHoldsByAnotherNameAreComparedWithAndNotMergedFrom() {
    Downstream tree = adopted("#define A 1\n#define B 2\n");
    HeaderTree recorded = branch.headers;
    branch.others.put(release("3.0.4", 3), header("#define OLD 1\n"));
    branch.others.put(release("3.1.0-rc9", 4), recorded);
    branch.headers = header("#define A 1\n");
    branch.commit = GitId.ofBlob(new byte[] {2});

    assertThat(tree.pristine()).isEqualTo(recorded);
    assertThatThrownBy(tree::mergeBase).hasMessageContaining("does not hold it");
  }

  @Test
  void withoutARecordTheNewestReleaseThatTrunkDescendsFromIsTheBase() {
    trunk.put(PREFIX.resolve(HEADER), "#define A 1\n#define B 2\n".getBytes(US_ASCII));
    ImportedRelease old = release("3.0.4", 3);
    branch.others.put(old, header("#define A 1\n"));
    trunk.ancestors = Set.of(old.commit(), RELEASE.commit());
    Downstream tree = new Downstream(SAMPLE, branch, trunk);

    assertThat(tree.mergeBase().release()).contains(RELEASE);
    assertThat(tree.pristine()).isEqualTo(branch.headers);
  }

  @Test
  void withoutARecordAReleaseThatTrunkDoesNotDescendFromIsNoBase() {
    trunk.put(PREFIX.resolve(HEADER), "#define A 1\n#define B 2\n".getBytes(US_ASCII));
    ImportedRelease old = release("3.0.4", 3);
    branch.others.put(old, header("#define A 1\n"));
    trunk.ancestors = Set.of(old.commit());

    assertThat(new Downstream(SAMPLE, branch, trunk).mergeBase().release()).contains(old);
  }

  private static ImportedRelease release(String version, int commit) {
    return new ImportedRelease(
        new Version(version),
        GitId.ofBlob(new byte[] {(byte) commit}),
        "",
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void aRecordWithConflictMarkersTellsNothing() {
    Downstream tree = adopted("#define A 1\n");
    trunk.put(
        SAMPLE.vendor().recordPath(),
        "<<<<<<< local\na\n=======\nb\n>>>>>>> vendor\n".getBytes(US_ASCII));

    assertThat(tree.isRecordMarked()).isTrue();
    assertThat(tree.record()).isEmpty();
    assertThat(tree.base()).isEmpty();
    assertThat(tree.residue()).isEmpty();
    assertThatThrownBy(tree::requiredBase).hasMessageContaining("holds conflict markers");
  }

  @Test
  void aTreeThatWasNeverAdoptedHasNoPristineHeaders() {
    trunk.put(PREFIX.resolve(HEADER), "#define A 1\n".getBytes(US_ASCII));
    Downstream tree = new Downstream(SAMPLE, branch, trunk);

    assertThat(tree.isAdopted()).isFalse();
    assertThat(tree.pristine().isEmpty()).isTrue();
    assertThatThrownBy(tree::base).hasMessageContaining("not recorded which release");
  }

  @Test
  void aTreeThatIsBeingAdoptedComesFromTheReleaseThatIsSaid() {
    trunk.put(PREFIX.resolve(HEADER), "#define A 1\n".getBytes(US_ASCII));
    MergeBase said = new MergeBase(Optional.of(RELEASE), branch.headers, MergeBase.Origin.NAMED);
    Downstream tree = new Downstream(SAMPLE, branch, trunk).from(said);

    assertThat(tree.pristine()).isEqualTo(branch.headers);
    assertThat(tree.release()).contains(RELEASE.version());
    assertThat(tree.residue().orElseThrow().hunks()).hasSize(1);
  }

  /** A branch of one release, and perhaps others before it. */
  private static final class FakeBranch implements VendorReleases {

    private final Map<ImportedRelease, HeaderTree> others = new LinkedHashMap<>();
    private HeaderTree headers;
    private GitId commit = RELEASE.commit();
    private int reads;

    FakeBranch(HeaderTree headers) {
      this.headers = headers;
    }

    @Override
    public BranchHistory history() {
      return new BranchHistory(releases(), List.of(), Optional.empty());
    }

    @Override
    public List<ImportedRelease> releases() {
      List<ImportedRelease> releases = new ArrayList<>(others.keySet());
      releases.add(
          new ImportedRelease(RELEASE.version(), commit, "", Optional.empty(), Optional.empty()));
      return releases;
    }

    @Override
    public HeaderTree headers(ImportedRelease release) {
      reads++;
      return others.getOrDefault(release, headers);
    }
  }

  /** A tree of some files. */
  private static final class FakeTrunk implements TrunkView {

    private final Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    private final Map<HeaderPath, Integer> reads = new TreeMap<>();
    private Set<GitId> ancestors = Set.of();

    void put(HeaderPath path, byte[] text) {
      files.put(path, HeaderFile.regular(text));
    }

    int readsOf(HeaderPath path) {
      return reads.getOrDefault(path, 0);
    }

    @Override
    public String branch() {
      return "trunk";
    }

    @Override
    public HeaderTree tree(HeaderPath folder) {
      reads.merge(folder, 1, Integer::sum);
      return tree().below(folder);
    }

    @Override
    public HeaderTree tree() {
      return HeaderTree.of(files);
    }

    @Override
    public Optional<HeaderFile> file(HeaderPath path) {
      reads.merge(path, 1, Integer::sum);
      return Optional.ofNullable(files.get(path));
    }

    @Override
    public boolean descendsFrom(GitId commit) {
      return ancestors.contains(commit);
    }
  }
}
