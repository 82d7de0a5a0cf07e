package dev.xenvendor.profile;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The newest interface version a release's headers offer, e.g. {@code 0x00030209}. */
public final class InterfaceVersion {

  /** The macro by which a consumer requests an interface version. */
  public static final String MACRO = "__XEN_INTERFACE_VERSION__";

  /** The newest that a release knows. */
  public static final String LATEST_MACRO = "__XEN_LATEST_INTERFACE_VERSION__";

  private static final HeaderPath FILE = HeaderPath.of("xen-compat.h");

  private static final Pattern LATEST =
      Pattern.compile(
          "^\\s*#\\s*define\\s+" + LATEST_MACRO + "\\s+(0x[0-9a-fA-F]+)", Pattern.MULTILINE);

  private InterfaceVersion() {}

  public static Optional<String> of(HeaderTree headers) {
    return headers
        .get(FILE)
        .map(file -> LATEST.matcher(new String(file.bytes(), StandardCharsets.ISO_8859_1)))
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1));
  }
}
