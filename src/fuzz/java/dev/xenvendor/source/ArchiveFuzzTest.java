package dev.xenvendor.source;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.xenvendor.release.Source;
import dev.xenvendor.testing.Accepted;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** An archive, tar or zip, compressed or not, is read or refused. */
final class ArchiveFuzzTest {

  @TempDir static Path folder;

  @FuzzTest
  void isReadOrRefused(byte[] input) throws IOException {
    Path file = Files.write(folder.resolve("archive"), input);
    HeaderPath headers = HeaderPath.of("inc");
    Source.Request request = new Source.Request(headers, List.of(), Set.of(HeaderPath.of("a.h")));
    try (ArchiveSource source = new ArchiveSource("archive", file)) {
      Accepted.of(() -> source.snapshot(request))
          .ifPresent(snapshot -> snapshot.headers().files().values().forEach(HeaderFile::bytes));
    }
  }
}
