package dev.xenvendor.cvs.thirdparty;

import dev.xenvendor.cvs.UsedTags;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.VendorConfig;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes a vendor's entry for {@code doc/3RDPARTY}, and puts it there. */
public final class ThirdParty {

  /** The outcome for the file. */
  public enum Result {
    INSERTED("inserted"),
    UPDATED("updated"),
    UNCHANGED("unchanged");

    private final String word;

    Result(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * The outcome.
   *
   * @param entry its lines as they are then
   * @param open the fields that a person has to fill in
   * @param file the file's bytes
   */
  public record Report(
      Result result, Version version, List<String> entry, List<String> open, byte[] file) {}

  private final Vendor vendor;
  private final ThirdPartyEntry entry;
  private final Version version;

  /**
   * The entry of a release.
   *
   * @param tags as the repository has them
   * @param today the date of the entry
   * @param fields texts that the user gave, by the names of their fields
   */
  public ThirdParty(
      VendorConfig config,
      Version named,
      UsedTags tags,
      LocalDate today,
      Map<String, String> fields) {
    this.vendor = config.vendor();
    this.version = config.spelledAsPinned(named);
    Map<ThirdPartyField, String> known = new EnumMap<>(ThirdPartyField.class);
    known.put(ThirdPartyField.VERSION, version.text());
    known.put(ThirdPartyField.DATE, today.toString());
    known.put(ThirdPartyField.VENDOR_TAG, tags.vendor());
    known.put(ThirdPartyField.RELEASE_TAG, tags.release());
    fields.forEach((name, text) -> known.put(field(name), stored(text)));
    this.entry = new ThirdPartyEntry(known, proposed(config));
  }

  /** One line, and in UTF-8 as bytes that are characters, as the file is read. */
  private static String stored(String text) {
    byte[] utf8 = text.strip().replaceAll("\\s+", " ").getBytes(StandardCharsets.UTF_8);
    return new String(utf8, StandardCharsets.ISO_8859_1);
  }

  private static String shown(String line) {
    return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private Map<ThirdPartyField, String> proposed(VendorConfig config) {
    Map<ThirdPartyField, String> proposed = new EnumMap<>(ThirdPartyField.class);
    proposed.put(ThirdPartyField.PACKAGE, vendor.title());
    proposed.put(
        ThirdPartyField.CURRENT,
        config.pinned().isEmpty() ? version.text() : config.pinned().last().text());
    proposed.put(ThirdPartyField.ARCHIVE, vendor.upstream().url());
    proposed.put(ThirdPartyField.LOCATION, vendor.prefix().value());
    return proposed;
  }

  private static ThirdPartyField field(String name) {
    return ThirdPartyField.named(name)
        .filter(field -> field != ThirdPartyField.NOTES)
        .orElseThrow(
            () ->
                Problem.usage("doc/3RDPARTY has no field '" + name + "'")
                    .hint(
                        "it has "
                            + Arrays.stream(ThirdPartyField.values())
                                .filter(field -> field != ThirdPartyField.NOTES)
                                .map(ThirdPartyField::label)
                                .collect(Collectors.joining(", "))));
  }

  /** The lines of a new entry in a file whose header knows all fields. */
  public List<String> lines() {
    return entry.lines(ThirdPartyFile.read(new byte[0]).documented());
  }

  /** The file with the entry in it. */
  public Report putInto(byte[] bytes) {
    ThirdPartyFile before = ThirdPartyFile.read(bytes);
    String name = entry.text(ThirdPartyField.PACKAGE);
    String folder = vendor.prefix().value();
    List<String> names = before.names(name, folder);
    if (names.size() > 1) {
      throw Problem.inputFile(
              names.size() + " entries could be that of " + name + ": " + String.join(", ", names))
          .hint("name the package: --field Package=NAME");
    }
    ThirdPartyFile after = before.with(entry, folder);
    boolean isNew = names.isEmpty();
    byte[] file = after.bytes();
    Result result =
        isNew ? Result.INSERTED : Arrays.equals(bytes, file) ? Result.UNCHANGED : Result.UPDATED;
    List<String> open =
        isNew
            ? entry.open(before.documented()).stream().map(ThirdPartyField::label).toList()
            : List.of();
    return new Report(
        result,
        version,
        after.shown(name, folder).stream().map(ThirdParty::shown).toList(),
        open,
        file);
  }
}
