package dev.xenvendor.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.profile.Version;
import dev.xenvendor.source.BuiltInConfig;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderFolder;
import dev.xenvendor.tree.HeaderTree;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OrphanedFileTest {

  private static final BuiltInConfig FILES = new BuiltInConfig();

  /** A folder that is known by its id, and counts how often it is read. */
  private static final class Counted implements HeaderFolder {

    private int read;

    @Override
    public Map<String, HeaderFile> files() {
      read++;
      return Map.of("ring.h", HeaderFile.regular(new byte[] {'\n'}));
    }

    @Override
    public Map<String, HeaderFolder> folders() {
      read++;
      return Map.of();
    }

    @Override
    public Optional<GitId> knownId() {
      return Optional.of(GitId.of("1".repeat(40)));
    }
  }

  /** The top of a tree with one folder. */
  private record Top(Map<String, HeaderFile> files, HeaderFolder folder) implements HeaderFolder {

    @Override
    public Map<String, HeaderFolder> folders() {
      return Map.of("io", folder);
    }

    @Override
    public Optional<GitId> knownId() {
      return Optional.empty();
    }
  }

  @Test
  void foldersThatAreAsPublishedAreNotRead() {
    Counted published = new Counted();
    Counted local = new Counted();
    Map<String, HeaderFile> own = Map.of("own.h", HeaderFile.regular(new byte[] {'\n'}));

    assertThat(
            OrphanedFile.in(
                VendorConfig.load("xen", FILES, FILES),
                new Version("4.8.0"),
                HeaderTree.of(new Top(Map.of(), published)),
                HeaderTree.of(new Top(own, local))))
        .isEmpty();

    assertThat(published.read + local.read).isZero();
  }
}
