package dev.xenvendor.cvs;

/**
 * The metadata of a folder of a working copy.
 *
 * @param root the content of {@code CVS/Root}
 * @param repository the folder of the repository it was checked out from, seen from the root:
 *     {@code CVS/Repository}
 */
public record CvsFolder(CvsRoot root, String repository) {}
