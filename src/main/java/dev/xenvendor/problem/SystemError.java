package dev.xenvendor.problem;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** The system's reason why a file could not be read or written. */
public final class SystemError {

  private SystemError() {}

  /**
   * The path and the reason; Java's own message of the commonest errors is the path alone.
   *
   * @param e an {@code IOException}, or what wraps one
   */
  public static String text(Exception e) {
    Optional<Throwable> outermost = Optional.empty();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof FileSystemException error) {
        return Optional.ofNullable(error.getFile()).map(file -> file + ": ").orElse("")
            + reason(error);
      }
      if (cause instanceof IOException && outermost.isEmpty()) {
        outermost = Optional.of(cause);
      }
    }
    Throwable said = outermost.orElse(e);
    if (said instanceof EOFException) {
      return "it ends in the middle";
    }
    return said.getMessage() == null ? said.getClass().getSimpleName() : said.getMessage();
  }

  /** The reason alone, as the system words it. */
  public static String reason(FileSystemException e) {
    if (e.getReason() != null) {
      return e.getReason();
    }
    if (e instanceof NoSuchFileException) {
      return "No such file or directory";
    }
    if (e instanceof AccessDeniedException) {
      return "Permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "File exists";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "Directory not empty";
    }
    if (e instanceof NotDirectoryException) {
      return "Not a directory";
    }
    return e instanceof FileSystemLoopException
        ? "Too many levels of symbolic links"
        : e.getClass().getSimpleName();
  }
}
