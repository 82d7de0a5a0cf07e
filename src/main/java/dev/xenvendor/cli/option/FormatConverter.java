package dev.xenvendor.cli.option;

import dev.xenvendor.report.format.Format;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/**
 * Reads the name of a format, in letters of either case.
 *
 * @param formats those that there are
 */
public record FormatConverter(List<Format> formats) implements ITypeConverter<Format> {

  @Override
  public Format convert(String value) {
    return formats.stream()
        .filter(format -> format.toString().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () -> Choice.unknown("format", value, formats.stream().map(Format::toString).toList()));
  }
}
