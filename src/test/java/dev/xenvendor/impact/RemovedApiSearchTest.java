package dev.xenvendor.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.impact.api.HeaderInterfaceReader;
import dev.xenvendor.impact.api.InterfaceChange;
import dev.xenvendor.impact.api.ReleaseInterface;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RemovedApiSearchTest {

  private static final String PV = "#ifdef HAVE_PV\nstruct page { int n; };\n#endif\n";

  private static ReleaseInterface read(String version, Map<HeaderPath, HeaderFile> headers) {
    return HeaderInterfaceReader.read(new Version(version), HeaderTree.of(headers));
  }

  private static HeaderFile header(String text) {
    return HeaderFile.regular(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static List<String> removed(ReleaseInterface before, ReleaseInterface after) {
    return RemovedApiSearch.of(new InterfaceChange(before, after)).stream()
        .map(RemovedApi::name)
        .toList();
  }

  /** A tree may take in a header without those that it includes. */
  @Test
  void whatAHeaderWithoutItsIncludesMayGiveIsNotRemoved() {
    HeaderPath page = HeaderPath.of("page.h");
    HeaderPath arch = HeaderPath.of("arch.h");
    HeaderFile text = header("#include \"arch.h\"\n" + PV);
    ReleaseInterface whole = read("3.2.0", Map.of(page, text, arch, header("#define HAVE_PV 1\n")));
    ReleaseInterface without = read("3.3.0", Map.of(page, text, arch, header("int n;\n")));
    assertThat(removed(whole, without)).contains("page");

    assertThat(removed(whole, read("3.3.0", Map.of(page, text)))).doesNotContain("page");
  }
}
