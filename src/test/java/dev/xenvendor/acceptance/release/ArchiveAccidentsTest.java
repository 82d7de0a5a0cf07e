package dev.xenvendor.acceptance.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Accident;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are broken, or made to do harm. */
@Tag("slow")
final class ArchiveAccidentsTest {

  private static final byte[] TEXT = {'x', '\n'};

  @TempDir Path folder;

  @SampleTree(Stage.ADOPTED)
  private TestTree tree;

  private Run refused(int status, String named, Path archive) {
    String source = archive.toString();
    return Accident.refused(tree, status, named, "import", "3.3.0", "--from", source);
  }

  private TestArchive archive(TestArchive.Format format) {
    return new TestArchive(format, folder.resolve("xen." + format.ending()));
  }

  private TestArchive release(TestArchive.Format format) {
    TestArchive archive = archive(format);
    Path release = tree.unpacked("3.3.0");
    for (Path file : TestFiles.filesBelow(release)) {
      try {
        String name = "xen-3.3.0/xen/include/public/" + release.relativize(file);
        archive.file(name, Files.readAllBytes(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return archive;
  }

  @ParameterizedTest
  @EnumSource
  void aWholeOneIsTaken(TestArchive.Format format) {
    Path archive = release(format).close();
    tree.run("import", "3.3.0", "--from", archive.toString()).exits(ExitCode.DONE);
    tree.requireSound();
  }

  @ParameterizedTest
  @EnumSource
  void aTruncatedOne(TestArchive.Format format) throws IOException {
    Path archive = release(format).close();
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
    refused(ExitCode.UNAVAILABLE, "xen." + format.ending(), archive);
  }

  @ParameterizedTest
  @EnumSource
  void oneThatLacksOnlyItsEnd(TestArchive.Format format) throws IOException {
    Path archive = release(format).close();
    byte[] whole = Files.readAllBytes(archive);
    // A plain tar is filled up with blocks of zeros, of which some may be missing.
    int lost = format == TestArchive.Format.TAR ? 10_240 : 6;
    Files.write(archive, Arrays.copyOf(whole, whole.length - lost));
    refused(ExitCode.UNAVAILABLE, "xen." + format.ending(), archive);
  }

  @Test
  void oneByteOfItIsWrong() throws IOException {
    Path archive = release(TestArchive.Format.TAR_GZ).close();
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(archive, bytes);
    String before = tree.state();
    Run run = tree.run("import", "3.3.0", "--from", archive.toString());
    assertThat(run.exit()).as(run.err()).isIn(ExitCode.UNAVAILABLE, ExitCode.REPOSITORY);
    assertThat(tree.state()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 5000})
  void noArchiveAtAll(int size) {
    Path file = folder.resolve("file-of-" + size);
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 'x');
    TestFiles.put(file, bytes);
    refused(ExitCode.UNAVAILABLE, "file-of-" + size, file);
  }

  @ParameterizedTest
  @CsvSource({
    "../xen.h, '..'",
    "xen/../../xen.h, '..'",
    "/etc/xen.h, /etc/xen.h",
    "C:/xen.h, C:/xen.h",
    "C:xen.h, C:xen.h",
    "xen\\include\\xen.h, xen\\include\\xen.h",
    ".git/config, git's own folder",
    "xen/include/public/.git/hooks/post-merge, git's own folder",
    "xen/include/public/.GIT/config, git's own folder",
    "xen/include/public/git~1/config, git's own folder",
    "xen/include/public/.git ./config, git's own folder",
    "xen/include/public//xen.h, empty part",
    "xen/./include/public/xen.h, '.'",
  })
  void aNameThatLeadsElsewhere(String name, String why) {
    for (TestArchive.Format format : List.of(TestArchive.Format.TAR_GZ, TestArchive.Format.ZIP)) {
      if (format == TestArchive.Format.ZIP && name.indexOf('\\') >= 0) {
        continue; // a zip made on Windows may have them, and means folders
      }
      Path archive = release(format).file(name, TEXT).close();
      Run run = refused(ExitCode.UNAVAILABLE, "is refused", archive);
      assertThat(run.err()).contains(why);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).allMatch(file -> file.getFileName().toString().matches("xen\\..*"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../../outside", "/etc/passwd", "a/../../../../../../x", "..\\x"})
  void aLinkOutOfTheTree(String target) {
    for (TestArchive.Format format : List.of(TestArchive.Format.TAR, TestArchive.Format.ZIP)) {
      String name = "xen-3.3.0/xen/include/public/link.h";
      Path archive = release(format).link(name, target).close();
      refused(ExitCode.UNAVAILABLE, "the link link.h leads out of the tree", archive);
    }
  }

  @Test
  void aHardLinkOutOfTheTree() {
    TestArchive archive = release(TestArchive.Format.TAR);
    archive.special("xen-3.3.0/xen/include/public/hard.h", TarConstants.LF_LINK, "etc/passwd");
    refused(ExitCode.UNAVAILABLE, "leads out of the tree, to etc/passwd", archive.close());
  }

  @Test
  void aHardLinkToNothing() {
    TestArchive archive = release(TestArchive.Format.TAR);
    String folderName = "xen-3.3.0/xen/include/public/";
    archive.special(folderName + "hard.h", TarConstants.LF_LINK, folderName + "gone.h");
    refused(ExitCode.UNAVAILABLE, "hard.h is a link to gone.h", archive.close());
  }

  @Test
  void aDevice() {
    TestArchive archive = release(TestArchive.Format.TAR_BZ2);
    archive.special("xen-3.3.0/xen/include/public/null", TarConstants.LF_CHR, "");
    refused(ExitCode.UNAVAILABLE, "null is neither a file nor a link", archive.close());
  }

  @ParameterizedTest
  @EnumSource
  void aNameTwice(TestArchive.Format format) {
    TestArchive archive = release(format).file("xen-3.3.0/xen/include/public/xen.h", TEXT);
    refused(ExitCode.UNAVAILABLE, "xen.h occurs twice", archive.close());
  }

  @Test
  void namesThatDifferInCase() {
    TestArchive archive = release(TestArchive.Format.ZIP);
    archive.file("xen-3.3.0/xen/include/public/XEN.h", TEXT);
    refused(ExitCode.UNAVAILABLE, "xen.h and XEN.h differ only in case", archive.close());
  }

  @Test
  void aFileThatIsAFolderToo() {
    TestArchive archive = release(TestArchive.Format.TAR_GZ);
    archive.file("xen-3.3.0/xen/include/public/xen.h/more.h", TEXT);
    refused(ExitCode.UNAVAILABLE, "xen.h is a file and a folder at once", archive.close());
  }

  /** A zip lists what it holds, so that nothing but headers is unpacked. */
  @Test
  void aBomb() {
    TestArchive release = release(TestArchive.Format.TAR_GZ);
    Path archive = release.zeros("xen-3.3.0/tools/bomb.h", 65 << 20).close();
    assertThat(archive).satisfies(file -> assertThat(Files.size(file)).isLessThan(1 << 20));
    refused(ExitCode.UNAVAILABLE, "which exceeds the limit", archive);
  }

  @ParameterizedTest
  @EnumSource(names = {"TAR_GZ", "ZIP"})
  void aHeaderThatIsTooLarge(TestArchive.Format format) {
    Path archive = release(format).zeros("xen-3.3.0/xen/include/public/bomb.h", 17 << 20).close();
    refused(ExitCode.UNAVAILABLE, "bomb.h has more than 16 MiB", archive);
  }

  @Test
  void aPathOfTwoThousandFolders() {
    String path = "xen-3.3.0/xen/include/public/" + "d/".repeat(2000) + "x.h";
    Path archive = release(TestArchive.Format.TAR_GZ).file(path, TEXT).close();
    refused(ExitCode.UNAVAILABLE, "2004 folders deep", archive);
  }

  @Test
  void noHeadersInIt() {
    Path archive = archive(TestArchive.Format.ZIP).file("readme.txt", TEXT).close();
    refused(ExitCode.UNAVAILABLE, "no headers in", archive);
  }
}
