package dev.xenvendor.cli.option;

import dev.xenvendor.profile.Version;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a version from the command line. */
public final class VersionConverter implements ITypeConverter<Version> {

  @Override
  public Version convert(String value) {
    try {
      return new Version(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage() + Version.question(value));
    }
  }
}
