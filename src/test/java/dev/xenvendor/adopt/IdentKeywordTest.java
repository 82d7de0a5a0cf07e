package dev.xenvendor.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentKeywordTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/* $NetBSD$ */ ; /* $NetBSD: b.h,v 1.2 $ */ ; int c;  | NetBSD",
        "/* $NetBSD$ */ ; int b;                               | NetBSD",
        "/* $NetBSD$ */ ; int b; ; int c;                      | ",
        "/* $Id$ */ ; /* $Id: b.h,v 1.2 $ */                   | ",
        "/* $Id$ */ /* $FreeBSD$ */ ; /* $FreeBSD: head/b.h $ */ | FreeBSD",
        "/* $NetBSD$ */ ; /* $NetBSD$ */ ; /* $OpenBSD$ */     | NetBSD",
        "int a; ; int b;                                       | ",
      })
  void theKeywordThatHalfOfTheFilesHaveIsTheTrees(String files, String keyword) {
    Map<HeaderPath, HeaderFile> tree = new HashMap<>();
    for (String file : files.split(" ; ")) {
      byte[] text = (file.strip() + "\n").getBytes(StandardCharsets.ISO_8859_1);
      tree.put(HeaderPath.of(tree.size() + ".h"), HeaderFile.regular(text));
    }
    assertThat(IdentKeyword.mostCommon(HeaderTree.of(tree)))
        .isEqualTo(Optional.ofNullable(keyword));
  }
}
