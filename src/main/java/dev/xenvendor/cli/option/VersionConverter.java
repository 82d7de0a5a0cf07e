package dev.xenvendor.cli.option;

import dev.xenvendor.profile.Version;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a version from the command line. */
public final class VersionConverter implements ITypeConverter<Version> {

  /** What is a version in the name of a tag or an archive. */
  private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+(?:-rc\\d+)?");

  @Override
  public Version convert(String value) {
    try {
      return new Version(value);
    } catch (IllegalArgumentException e) {
      Matcher inside = VERSION.matcher(value);
      String meant = inside.find() ? ", did you mean '" + inside.group() + "'?" : "";
      throw new TypeConversionException(e.getMessage() + meant);
    }
  }
}
