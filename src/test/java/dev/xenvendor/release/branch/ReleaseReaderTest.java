package dev.xenvendor.release.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.Origin;
import dev.xenvendor.release.Snapshot;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.source.BuiltInConfig;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReleaseReaderTest {

  private static final BuiltInConfig FILES = new BuiltInConfig();

  private static final VendorReleases NOTHING_IMPORTED =
      new VendorReleases() {
        @Override
        public BranchHistory history() {
          throw new AssertionError("is not read");
        }

        @Override
        public List<ImportedRelease> releases() {
          return List.of();
        }

        @Override
        public HeaderTree headers(ImportedRelease release) {
          return HeaderTree.EMPTY;
        }
      };

  private final VendorConfig config = VendorConfig.load("xen", FILES, FILES);

  /** A repository that counts how often the commits of all its tags are read. */
  private static final class Tagged implements Source {

    private final List<String> requested = new ArrayList<>();
    private int tagsRead;

    @Override
    public String name() {
      return "xen.git";
    }

    @Override
    public boolean hasHistory() {
      return true;
    }

    @Override
    public Set<String> tagNames() {
      return Set.of("RELEASE-4.8.0", "RELEASE-9.8.0");
    }

    @Override
    public Map<String, GitId> tags() {
      tagsRead++;
      return Map.of();
    }

    @Override
    public Snapshot snapshot(Request request) {
      requested.addAll(request.refs());
      return new Snapshot(HeaderTree.EMPTY, Origin.UNKNOWN);
    }

    @Override
    public void close() {}
  }

  private final Tagged source = new Tagged();
  private final ReleaseReader reader = new ReleaseReader(config, source);

  @Test
  void aPinnedReleaseIsReadByItsRefItsCommitOrItsTag() {
    Version pinned = new Version("4.8.0");
    String commit = config.find(pinned).orElseThrow().commit().orElseThrow().hex();

    assertThatThrownBy(() -> reader.read(pinned, Optional.empty())).isInstanceOf(Problem.class);

    assertThat(source.requested).containsExactly("RELEASE-4.8.0", commit, "RELEASE-4.8.0");
    assertThat(source.tagsRead).isZero();
  }

  @Test
  void aReleaseIsFoundByTheNamesOfTheTagsAlone() {
    assertThat(reader.read(new Version("9.8.0"), Optional.empty()).headers().isEmpty()).isTrue();
    assertThat(new NewestRelease(config, NOTHING_IMPORTED).in(source, Optional.empty()))
        .isEqualTo(new Version("9.8.0"));

    assertThat(source.requested).containsExactly("RELEASE-9.8.0");
    assertThat(source.tagsRead).isZero();
  }
}
