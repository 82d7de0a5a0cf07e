package dev.xenvendor.profile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.xenvendor.testing.Accepted;

/** A {@code vendor.yaml} is read or refused. */
final class VendorYamlFuzzTest {

  @FuzzTest
  void isReadOrRefused(byte[] input) {
    Accepted.of(() -> VendorYaml.read("vendor.yaml", input));
  }
}
