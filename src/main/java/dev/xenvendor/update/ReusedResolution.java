package dev.xenvendor.update;

import dev.xenvendor.merge.Conflict;
import dev.xenvendor.resolution.KeptResolution;
import java.util.List;

/**
 * A conflict of a merge that is settled, or some of whose hunks are, as it was before.
 *
 * @param hunks the numbers of the hunks; none where the files are settled as a whole
 * @param used the resolutions, in the order of the hunks
 * @param settled whether nothing of the conflict is left
 */
public record ReusedResolution(
    Conflict conflict, List<Integer> hunks, List<KeptResolution> used, boolean settled) {}
