package dev.xenvendor.impact.api;

import dev.xenvendor.profile.Version;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.tree.HeaderTree;
import java.util.Arrays;
import java.util.Optional;

/**
 * Records what a release's headers give to their consumers, so that later questions about it need
 * neither its headers nor a network.
 */
public final class PinInterface {

  /**
   * The recorded interface.
   *
   * @param path the record's path in the configuration
   * @param isNew whether the configuration does not say it already
   */
  public record Report(ReleaseInterface names, String path, byte[] yaml, boolean isNew) {}

  private final VendorConfig config;

  public PinInterface(VendorConfig config) {
    this.config = config;
  }

  public Report run(Version version, HeaderTree headers) {
    ReleaseInterface names = HeaderInterfaceReader.read(version, headers);
    byte[] yaml = InterfaceYaml.write(config.vendor().title(version), names);
    Optional<VendorConfig.Found> before = config.findInterface(version);
    boolean same = before.filter(found -> Arrays.equals(found.bytes(), yaml)).isPresent();
    return new Report(names, config.interfacePath(version), yaml, !same);
  }
}
