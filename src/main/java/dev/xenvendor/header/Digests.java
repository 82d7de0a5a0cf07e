package dev.xenvendor.header;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digests that headers are identified by; every JDK has both. */
final class Digests {

  private Digests() {}

  static MessageDigest sha1() {
    return digest("SHA-1");
  }

  static MessageDigest sha256() {
    return digest("SHA-256");
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
