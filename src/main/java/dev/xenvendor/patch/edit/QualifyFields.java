package dev.xenvendor.patch.edit;

import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.c.parse.CDefinition.Kind;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.CField;
import dev.xenvendor.c.parse.CHeader;
import dev.xenvendor.c.parse.CHeaderReader;
import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.ChangeKind;
import dev.xenvendor.patch.FileChange;
import dev.xenvendor.patch.FileEdit;
import dev.xenvendor.patch.FileInTree;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.schema.Key;
import dev.xenvendor.patch.schema.KeyType;
import dev.xenvendor.patch.schema.MappingType;
import dev.xenvendor.tree.HeaderTree;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A type qualifier on fields of a struct.
 *
 * @param struct the struct's or union's tag, or the name of its typedef
 * @param environment in which the files are read
 */
public record QualifyFields(
    FileSelection files,
    String struct,
    List<String> fields,
    String qualifier,
    CEnvironment environment)
    implements FileChange {

  public static final List<String> QUALIFIERS = List.of("const", "volatile", "restrict");

  private static final Key<String> STRUCT =
      new Key<>("struct", KeyType.TEXT, "A tag, or the name of a typedef.");

  private static final Key<List<String>> FIELDS = new Key<>("fields", KeyType.TEXTS);

  private static final Key<String> QUALIFIER =
      new Key<>("qualifier", KeyType.TEXT.among(QUALIFIERS));

  public static final ChangeKind<QualifyFields> KIND =
      new ChangeKind<>(
          "qualify-fields",
          QualifyFields.class,
          """
          adds `const`, `volatile` or `restrict` to named fields of a struct, which is named by \
          its tag or typedef""",
          new MappingType.Builder<QualifyFields>()
              .with(FileSelection.FILE, QualifyFields::files)
              .with(STRUCT, QualifyFields::struct)
              .with(FIELDS, QualifyFields::fields)
              .with(QUALIFIER, QualifyFields::qualifier)
              .madeBy(
                  in ->
                      new QualifyFields(
                          in.get(FileSelection.FILE),
                          in.get(STRUCT),
                          in.get(FIELDS),
                          in.get(QUALIFIER))));

  public QualifyFields {
    if (!QUALIFIERS.contains(qualifier)) {
      throw new IllegalArgumentException(
          "not a type qualifier: '" + qualifier + "' (const, volatile or restrict)");
    }
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("fields must name at least one");
    }
    fields = List.copyOf(fields);
  }

  public QualifyFields(FileSelection files, String struct, List<String> fields, String qualifier) {
    this(files, struct, fields, qualifier, CEnvironment.system());
  }

  @Override
  public Change seenIn(CEnvironment other) {
    return new QualifyFields(files, struct, fields, qualifier, other);
  }

  @Override
  public ChangeKind<QualifyFields> kind() {
    return KIND;
  }

  @Override
  public String summary() {
    return struct + ": " + String.join(", ", fields) + " " + qualifier;
  }

  @Override
  public String shortName() {
    return qualifier;
  }

  @Override
  public String sentence() {
    String are = fields.size() == 1 ? " is " : " are ";
    return String.join(", ", fields) + " of " + struct + are + qualifier;
  }

  @Override
  public boolean isOfEveryLine() {
    return true;
  }

  @Override
  public FileEdit edit(FileInTree file) {
    // What the header includes is looked for in the tree as it is, but the header is this one.
    HeaderTree tree = file.tree();
    CHeader header = CHeaderReader.readAllViews(tree, file.path(), environment);
    List<CDefinition> structs = structs(header);
    if (structs.isEmpty()) {
      return missing(header);
    }
    Set<Integer> places = new TreeSet<>();
    for (CDefinition found : structs) {
      Optional<FileEdit> refused = collect(found, places);
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    return places.isEmpty()
        ? new FileEdit.Holds()
        : new FileEdit.Changed(inserted(file.text(), places));
  }

  private List<CDefinition> structs(CHeader header) {
    return Stream.of("struct " + struct, "union " + struct, struct)
        .flatMap(name -> header.named(name).stream())
        .filter(found -> found.kind() != Kind.FORWARD && !found.fields().isEmpty())
        .toList();
  }

  private FileEdit missing(CHeader header) {
    String why = "there is no struct " + struct;
    return header.parses()
        ? new FileEdit.Impossible(why)
        : new FileEdit.Unreadable(why + "; the header does not parse: " + header.problems().get(0));
  }

  /** Adds the places where the qualifier is missing; or returns why it cannot be inserted there. */
  private Optional<FileEdit> collect(CDefinition found, Set<Integer> places) {
    Set<String> left = new HashSet<>(fields);
    for (CField field : found.fields().stream().flatMap(CField::withMembers).toList()) {
      if (field.name().filter(fields::contains).isEmpty()) {
        continue;
      }
      String name = field.name().orElseThrow();
      left.remove(name);
      if (field.qualifiers().contains(qualifier)) {
        continue;
      }
      if (!field.isWritten()) {
        return Optional.of(
            new FileEdit.Impossible("a macro makes the field " + struct + "." + name));
      }
      boolean shared = field.specifiers().contains(Math.max(0, field.qualifierAt()));
      Set<String> others = new TreeSet<>(field.siblings());
      others.removeAll(fields);
      if (shared && !others.isEmpty()) {
        return Optional.of(
            new FileEdit.Impossible(
                struct + "." + name + " is declared together with " + String.join(", ", others)));
      }
      places.add(field.qualifierAt());
    }
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FileEdit.Impossible(
                struct + " has no field " + String.join(", ", new TreeSet<>(left))));
  }

  private byte[] inserted(byte[] text, Set<Integer> places) {
    byte[] word = (qualifier + ' ').getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + 64);
    int from = 0;
    for (int place : places) {
      out.write(text, from, place - from);
      out.writeBytes(word);
      from = place;
    }
    out.write(text, from, text.length - from);
    return out.toByteArray();
  }
}
