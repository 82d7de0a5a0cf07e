package dev.xenvendor.buildinfo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

final class BuildInfoTest {

  /** Maven needs the address before it reads any resource. */
  @Test
  void theProgramAndItsBuildNameTheSameAddress() throws IOException {
    assertThat(Files.readString(Project.FOLDER.resolve("pom.xml")))
        .contains("<xenvendor.url>" + BuildInfo.url() + "</xenvendor.url>");
  }
}
