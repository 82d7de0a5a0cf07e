package dev.xenvendor.check.inspection;

import dev.xenvendor.c.token.HeaderLimits;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.SortedMap;
import java.util.TreeMap;

/** Headers that have more bytes than the limit, which no check reads. */
final class OversizedHeaders {

  private OversizedHeaders() {}

  /**
   * Returns why files are not read that have more bytes than the limit and are not as published.
   */
  static SortedMap<HeaderPath, String> reasons(
      HeaderTree headers, HeaderTree published, Vendor vendor) {
    long most = vendor.checks().limits().fileBytes();
    SortedMap<HeaderPath, String> refused = new TreeMap<>();
    for (HeaderPath path : published.differences(headers)) {
      headers
          .get(path)
          .map(HeaderFile::size)
          .filter(size -> size > most)
          .ifPresent(size -> refused.put(path, HeaderLimits.tooLong(size, most)));
    }
    return refused;
  }

  /** The placeholder for a header that is not read. */
  static HeaderFile placeholder(String reason) {
    return HeaderFile.regular(HeaderLimits.error(reason));
  }
}
