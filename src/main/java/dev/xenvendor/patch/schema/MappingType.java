package dev.xenvendor.patch.schema;

import dev.xenvendor.yaml.YamlBlock;
import dev.xenvendor.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A mapping that declares a value of a class: its keys, each with the part of the value that it
 * holds.
 */
public final class MappingType<C> {

  /**
   * Keys and what they hold.
   *
   * @param part the part of the value; empty where the keys are not written
   */
  public record Field<C, T>(KeyGroup<T> keys, boolean isRequired, Function<C, Optional<T>> part) {

    private void write(YamlBlock block, C value) {
      part.apply(value).ifPresent(held -> keys.write(block, held));
    }
  }

  private final List<Field<C, ?>> fields;
  private final Function<KeyValues, C> maker;

  private MappingType(List<Field<C, ?>> fields, Function<KeyValues, C> maker) {
    this.fields = List.copyOf(fields);
    this.maker = maker;
  }

  /** The fields in the order in which they are written. */
  public List<Field<C, ?>> fields() {
    return fields;
  }

  /**
   * Reads a value.
   *
   * @param beside gives the files in the patch's folder, by name
   * @throws IllegalArgumentException if the class refuses the value
   */
  public C read(YamlMapping mapping, Function<String, Optional<byte[]>> beside) {
    mapping.allow(
        fields.stream()
            .flatMap(field -> field.keys().keys().stream())
            .map(Key::name)
            .toArray(String[]::new));
    return maker.apply(new KeyValues(mapping, beside));
  }

  /** Writes the keys of a value. */
  public void write(YamlBlock block, C value) {
    fields.forEach(field -> field.write(block, value));
  }

  /** The type of a key that holds such a mapping. */
  public KeyType<C> asType(String schema) {
    return new KeyType<>(
        node -> read(node.mapping(), name -> Optional.empty()),
        (block, key, value) -> write(block.mapping(key), value),
        schema);
  }

  /** Collects the keys of a mapping. */
  public static final class Builder<C> {

    private final List<Field<C, ?>> fields = new ArrayList<>();

    /** Adds keys that must be there. */
    public <T> Builder<C> with(KeyGroup<T> keys, Function<C, T> part) {
      fields.add(new Field<>(keys, true, part.andThen(Optional::of)));
      return this;
    }

    /** Adds a key that may be left out. */
    public <T> Builder<C> optional(Key<T> key, Function<C, Optional<T>> part) {
      fields.add(new Field<>(key, false, part));
      return this;
    }

    /** Tells how a value is made of what the keys hold. */
    public MappingType<C> madeBy(Function<KeyValues, C> maker) {
      return new MappingType<>(fields, maker);
    }
  }
}
