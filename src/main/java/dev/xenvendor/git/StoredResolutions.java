package dev.xenvendor.git;

import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.resolution.ConflictTexts;
import dev.xenvendor.resolution.DamagedResolution;
import dev.xenvendor.resolution.KeptResolution;
import dev.xenvendor.resolution.KeptResolutions;
import dev.xenvendor.resolution.ResolutionFiles;
import dev.xenvendor.tree.GitId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Resolutions in tree objects, which are read when they are asked for. Others may have written
 * them: what is not as it should be is left out, and noted.
 */
final class StoredResolutions implements KeptResolutions {

  private final SortedMap<String, ObjectId> trees;
  private final List<DamagedResolution> damaged;
  private final TreeReader reader;
  private final long mostBytes;
  private final Map<String, Optional<KeptResolution>> read = new HashMap<>();

  StoredResolutions(ResolutionEntries entries, TreeReader reader, long mostBytes) {
    this.trees = entries.trees();
    this.damaged = new ArrayList<>(entries.damaged());
    this.reader = reader;
    this.mostBytes = mostBytes;
  }

  @Override
  public List<KeptResolution> of(ConflictTexts texts) {
    String prefix = ResolutionEntries.prefix(texts.id());
    return trees.subMap(prefix, prefix + '~').entrySet().stream()
        .flatMap(entry -> at(entry.getKey(), entry.getValue()).stream())
        .toList();
  }

  @Override
  public List<KeptResolution> all() {
    return trees.entrySet().stream()
        .flatMap(entry -> at(entry.getKey(), entry.getValue()).stream())
        .sorted(
            Comparator.comparing((KeptResolution kept) -> kept.settled().texts().path())
                .thenComparing(kept -> kept.settlement().by().when())
                .thenComparing(KeptResolution::id))
        .toList();
  }

  @Override
  public List<DamagedResolution> damaged() {
    return List.copyOf(damaged);
  }

  private Optional<KeptResolution> at(String name, ObjectId tree) {
    Optional<KeptResolution> known = read.get(name);
    if (known == null) {
      known = read(name, GitRepository.idOf(tree), tree);
      read.put(name, known);
    }
    return known;
  }

  private Optional<KeptResolution> read(String name, GitId id, ObjectId tree) {
    try {
      KeptResolution kept = ResolutionFiles.read(id, reader.read(tree), mostBytes);
      if (kept.settled().texts().id().equals(ResolutionEntries.conflict(name))) {
        return Optional.of(kept);
      }
      damaged.add(
          new DamagedResolution(name, Optional.of(id), "its texts are of another conflict"));
    } catch (Problem e) {
      damaged.add(new DamagedResolution(name, Optional.of(id), e.text()));
    } catch (IllegalArgumentException e) {
      damaged.add(new DamagedResolution(name, Optional.of(id), String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }
}
