package dev.xenvendor.acceptance.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.release.Source;
import dev.xenvendor.source.ArchiveSource;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives with one wrong bit: whatever is taken from one is what was put into it. */
@Tag("slow")
final class DamagedArchiveTest {

  private static final int FLIPS = Integer.getInteger("xenvendor.damaged.flips", 300);
  private static final HeaderPath PUBLIC = HeaderPath.of("xen/include/public");
  private static final int BLOCK = 512;

  @TempDir Path folder;

  private Path archive(TestArchive.Format format) {
    TestArchive archive = new TestArchive(format, folder.resolve("xen." + format.ending()));
    for (String name : List.of("COPYING", "xen.h", "io/ring.h")) {
      StringBuilder text = new StringBuilder();
      for (int line = 0; line < 40; line++) {
        text.append("#define ").append(name.replaceAll("\\W", "_")).append(line).append(" 1\n");
      }
      archive.file(
          "xen-9.9/xen/include/public/" + name, text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return archive.close();
  }

  private static GitId read(Path archive) {
    try (Source source = new ArchiveSource("it", archive)) {
      Map<HeaderPath, HeaderFile> files = new TreeMap<>();
      // A zip holds no digest of modes.
      source
          .snapshot(new Source.Request(PUBLIC, List.of(), Set.of()))
          .headers()
          .files()
          .forEach((path, file) -> files.put(path, HeaderFile.regular(file.bytes())));
      return HeaderTree.of(files).id();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWrongBitIsSeenOrHarmless(TestArchive.Format format) {
    Path archive = archive(format);
    GitId whole = read(archive);
    byte[] bytes = TestFiles.bytes(archive);
    Random random = new Random(7);
    int refused = 0;
    for (int flip = 0; flip < FLIPS; flip++) {
      int at = random.nextInt(bytes.length);
      if (format == TestArchive.Format.TAR && isContent(bytes, at)) {
        continue; // a tar holds no digest of contents
      }
      byte bit = (byte) (1 << random.nextInt(8));
      bytes[at] ^= bit;
      TestFiles.put(archive, bytes);
      try {
        assertThat(read(archive)).as("bit %s of byte %s", bit, at).isEqualTo(whole);
      } catch (Problem | UncheckedIOException e) {
        refused++;
      }
      bytes[at] ^= bit;
    }
    assertThat(refused).isPositive();
  }

  /** The headers here are as long as one name each, without extensions. */
  private static boolean isContent(byte[] tar, int at) {
    String magic = new String(tar, at / BLOCK * BLOCK + 257, 5, StandardCharsets.ISO_8859_1);
    return !magic.equals("ustar");
  }

  @ParameterizedTest
  @EnumSource(names = {"TAR", "ZIP"})
  void aFileNameThatIsNotUtf8IsRefused(TestArchive.Format format) {
    TestArchive made = new TestArchive(format, folder.resolve("odd." + format.ending()));
    made.file("xen-9.9/xen/include/public/xen.h", new byte[0]);
    made.file("xen-9.9/xen/include/public/caf_.h", new byte[0]);
    Path archive = made.close();
    TestFiles.put(archive, latin1(TestFiles.bytes(archive), format));
    assertThatThrownBy(() -> read(archive)).hasMessageContaining("is not UTF-8");
  }

  /** The name with a Latin-1 letter, and the checksum of the tar header put right. */
  private static byte[] latin1(byte[] bytes, TestArchive.Format format) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    byte[] odd = text.replace("caf_.h", "caf\u00e9.h").getBytes(StandardCharsets.ISO_8859_1);
    if (format == TestArchive.Format.TAR) {
      int header = text.indexOf("caf_.h") / BLOCK * BLOCK;
      int sum = 0;
      for (int i = 0; i < BLOCK; i++) {
        boolean field = i >= 148 && i < 148 + TarConstants.CHKSUMLEN;
        sum += field ? ' ' : odd[header + i] & 0xff;
      }
      byte[] octal = String.format("%06o\0 ", sum).getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(octal, 0, odd, header + 148, octal.length);
    }
    return odd;
  }

  @Test
  void aRepositoryWithSuchANameIsRefused() {
    Programs.requireGit();
    TeamRepository upstream = TeamRepository.empty(folder.resolve("upstream"));
    String blob = upstream.git("hash-object", "-w", "--stdin");
    byte[] entry =
        ("100644 " + blob + "\txen/include/public/caf\u00e9.h\0")
            .getBytes(StandardCharsets.ISO_8859_1);
    upstream.git().attempt(entry, "update-index", "-z", "--index-info");
    String tree = upstream.git("write-tree");
    upstream.git("update-ref", "HEAD", upstream.git("commit-tree", "-m", "odd", tree));
    TeamRepository team = TeamRepository.empty(folder.resolve("os"));
    Run ran = team.xenvendor("import", "9.9", "--from", "../upstream", "--ref", "HEAD");
    assertThat(ran.exits(ExitCode.UNAVAILABLE).err()).contains("caf\uFFFD.h is not UTF-8");
  }
}
