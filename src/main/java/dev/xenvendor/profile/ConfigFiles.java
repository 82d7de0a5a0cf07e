package dev.xenvendor.profile;

import java.util.List;
import java.util.Optional;

/** A place with configuration: a folder, a commit's tree, or the program itself. */
public interface ConfigFiles {

  /** The bytes of a file, by its path with {@code /}; empty where there is none. */
  Optional<byte[]> read(String path);

  /** The names of the files and folders directly in a folder; none where there is no folder. */
  List<String> list(String folder);

  /** Returns what messages call a file of this place. */
  String nameOf(String path);
}
