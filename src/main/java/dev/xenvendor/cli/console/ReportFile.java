package dev.xenvendor.cli.console;

import dev.xenvendor.cli.option.FormatConverter;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.problem.SystemError;
import dev.xenvendor.report.format.Format;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file that a report goes to, beside standard output. */
public record ReportFile(Format format, Path file) {

  /** Writes the report, to a file as it is seen from a folder. */
  void write(Path folder, Report report, Style style) {
    Path path = folder.resolve(file);
    try {
      Files.writeString(path, report.in(format, style), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unwritable(SystemError.text(e)).because(e);
    }
  }

  /** Refuses a file that could not be written, as far as its folder tells. */
  void requireWritable(Path folder) {
    Path path = folder.resolve(file);
    Path parent = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path)) {
      throw unwritable(path + ": Is a directory");
    }
    if (parent == null || !Files.isDirectory(parent)) {
      throw unwritable(path + ": No such file or directory");
    }
    if (!Files.isWritable(Files.exists(path) ? path : parent)) {
      throw unwritable(path + ": Permission denied");
    }
  }

  private Problem unwritable(String why) {
    return Problem.usage("cannot write " + why)
        .hint(
            "--report takes a format and a file in an existing folder: "
                + (format == Format.HTML ? "html=report.html" : "sarif=check.sarif"));
  }

  /** Reads {@code sarif=check.sarif}. */
  public static final class Converter implements ITypeConverter<ReportFile> {
    @Override
    public ReportFile convert(String value) {
      int equals = value.indexOf('=');
      if (equals < 0 || equals == value.length() - 1) {
        throw new TypeConversionException(
            "'" + value + "' is not FORMAT=FILE, as in sarif=check.sarif");
      }
      Format format =
          new FormatConverter(List.of(Format.values())).convert(value.substring(0, equals));
      return new ReportFile(format, Path.of(value.substring(equals + 1)));
    }
  }
}
