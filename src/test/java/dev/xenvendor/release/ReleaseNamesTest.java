package dev.xenvendor.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.profile.ConfigFiles;
import dev.xenvendor.profile.Version;
import dev.xenvendor.source.BuiltInConfig;
import dev.xenvendor.tree.GitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReleaseNamesTest {

  private final List<String> read = new ArrayList<>();

  private final ConfigFiles files =
      new ConfigFiles() {
        private final BuiltInConfig builtIn = new BuiltInConfig();

        @Override
        public Optional<byte[]> read(String path) {
          read.add(path);
          return builtIn.read(path);
        }

        @Override
        public List<String> list(String folder) {
          return builtIn.list(folder);
        }

        @Override
        public String nameOf(String path) {
          return builtIn.nameOf(path);
        }
      };

  @Test
  void aCommitIsNamedByItsManifestAndEachIsReadOnce() {
    VendorConfig config = VendorConfig.load("xen", files, files);
    GitId commit = config.find(new Version("4.8.0")).orElseThrow().commit().orElseThrow();
    ReleaseNames names = new ReleaseNames(config);
    read.clear();
    for (int tag = 0; tag < 50; tag++) {
      assertThat(names.ofTag("tag-" + tag, commit)).contains(new Version("4.8.0"));
      assertThat(names.ofTag("RELEASE-5.0." + tag, GitId.of("0".repeat(40))))
          .contains(new Version("5.0." + tag));
    }
    assertThat(read).doesNotHaveDuplicates();
  }
}
