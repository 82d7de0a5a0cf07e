package dev.xenvendor.cli.option;

import dev.xenvendor.report.format.Format;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/** Reads the name of a format, in letters of either case. */
public final class FormatConverter implements ITypeConverter<Format> {

  @Override
  public Format convert(String value) {
    List<Format> formats = Arrays.asList(Format.values());
    return formats.stream()
        .filter(format -> format.toString().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () -> Choice.unknown("format", value, formats.stream().map(Format::toString).toList()));
  }
}
