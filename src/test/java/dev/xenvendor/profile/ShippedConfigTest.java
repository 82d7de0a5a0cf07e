package dev.xenvendor.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.source.BuiltInConfig;
import dev.xenvendor.source.DirectoryConfig;
import dev.xenvendor.testing.FileTrees;
import dev.xenvendor.testing.Project;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The profiles and manifests in the repository's own {@code vendor} folder. */
final class ShippedConfigTest {

  private static final Path PROJECT = Project.FOLDER;
  private static final ConfigFiles REPOSITORY = new DirectoryConfig(PROJECT, PROJECT);

  private static VendorConfig load(String name) {
    return VendorConfig.load(name, REPOSITORY, new BuiltInConfig());
  }

  static Stream<Arguments> manifests() {
    return Stream.of("xen", "sample")
        .flatMap(name -> load(name).pinned().stream().map(v -> Arguments.of(name, v)));
  }

  @Test
  void theXenProfileSaysWhereXensHeadersAre() {
    Vendor vendor = load("xen").vendor();
    assertThat(vendor.upstream().path()).hasToString("xen/include/public");
    assertThat(vendor.prefix()).hasToString("sys/arch/xen/include/xen3-public");
    assertThat(vendor.branch()).isEqualTo("upstream/xen");
    assertThat(vendor.tag(new Version("3.3.0"))).isEqualTo("upstream/xen/3.3.0");
    assertThat(vendor.files().test(HeaderPath.of("foreign/reference.size"))).isFalse();
  }

  @Test
  void whatIsBuiltInIsWhatTheRepositoryHolds() {
    VendorConfig builtIn = VendorConfig.load("xen", new BuiltInConfig(), new BuiltInConfig());
    assertThat(builtIn.pinned()).isEqualTo(load("xen").pinned()).isNotEmpty();
    assertThat(builtIn.profileText()).isEqualTo(load("xen").profileText());
  }

  /** A file known by its id alone is enough for the id of the tree. */
  @ParameterizedTest
  @MethodSource("manifests")
  void theTreeIdOfAManifestIsThatOfItsFiles(String vendor, Version version) {
    Manifest manifest = load(vendor).find(version).orElseThrow();
    Map<HeaderPath, HeaderFile> files = new HashMap<>();
    manifest
        .files()
        .forEach(
            (path, file) ->
                files.put(
                    path,
                    HeaderFile.stored(
                        file.mode(),
                        file.blob(),
                        () -> {
                          throw new IllegalStateException("a manifest holds no text");
                        })));
    assertThat(HeaderTree.of(files).id()).isEqualTo(manifest.tree());
    assertThat(manifest.version()).isEqualTo(version);
    assertThat(manifest.files().values()).allMatch(file -> file.sha256().matches("[0-9a-f]{64}"));
    assertThat(manifest.files().values()).allMatch(file -> file.size() > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "3.1.0, 56, fd4c6337, 3.1.0-branched",
    "3.2.0, 60, 0a300f01, 3.2.0-rc6",
    "3.3.0, 58, db34e1bf, 3.3.0-branched",
  })
  void theReleasesOfTheStoryAreWhatTheyAre(String version, int files, String tree, String ref) {
    Manifest manifest = load("xen").find(new Version(version)).orElseThrow();
    assertThat(manifest.files()).hasSize(files);
    assertThat(manifest.tree().hex()).startsWith(tree);
    assertThat(manifest.ref()).contains(ref);
  }

  @ParameterizedTest
  @CsvSource({"3.1.0", "3.2.0", "3.3.0"})
  void theSampleIsWhatItsManifestsSay(String version) {
    Path folder = PROJECT.resolve("vendor/sample/upstream").resolve(version);
    HeaderTree headers = FileTrees.read(folder);
    Manifest manifest = load("sample").find(new Version(version)).orElseThrow();
    assertThat(manifest.differences(headers)).isEmpty();
    assertThat(headers.id()).isEqualTo(manifest.tree());
  }

  @ParameterizedTest
  @CsvSource({"3.3, 3.3.0", "3.3.0, 3.3.0", "4, 4.0.0", "3.9, 3.9"})
  void aVersionIsSpelledAsItIsPinned(String typed, String spelled) {
    assertThat(load("xen").spelledAsPinned(new Version(typed))).isEqualTo(new Version(spelled));
  }

  @Test
  void anUnknownVendorIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> load("kvm"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.text()).isEqualTo("there is no vendor 'kvm'");
              assertThat(problem.hint()).contains("known: sample, xen");
            });
    assertThat(VendorConfig.names(List.of(REPOSITORY))).containsExactly("sample", "xen");
  }
}
