package dev.xenvendor.update;

import dev.xenvendor.merge.Conflict;
import dev.xenvendor.resolution.KeptResolution;
import java.util.List;

/**
 * A conflict of a merge that recorded resolutions resolve, wholly or partly.
 *
 * @param hunks the numbers of the resolved hunks; empty if the files are resolved as a whole
 * @param used the resolutions, in the order of the hunks
 * @param settled whether the whole conflict is resolved
 */
public record ReusedResolution(
    Conflict conflict, List<Integer> hunks, List<KeptResolution> used, boolean settled) {}
