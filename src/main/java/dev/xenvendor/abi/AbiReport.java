package dev.xenvendor.abi;

import dev.xenvendor.abi.NamedHeaders.Named;

/**
 * How the headers of one release, or of trunk, differ from those of another in what they promise.
 */
public record AbiReport(Named before, Named after, Difference difference) {

  /** Reads both and compares them. */
  public static AbiReport between(Named before, Named after, InterfaceReader reader) {
    Interface old = reader.read(before.headers());
    return new AbiReport(before, after, Difference.between(old, reader.read(after.headers())));
  }
}
