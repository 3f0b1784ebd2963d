package dev.hypergradient.examples.files;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Errors of files and connections in words, many of which have a file's name as their message. */
public final class IoErrors {
  private IoErrors() {}

  /** What happened, for the user: never empty. */
  public static String describe(IOException e) {
    if (e instanceof FileSystemException failed && failed.getFile() != null) {
      return failed.getFile() + ": " + reason(failed);
    }
    if (e instanceof UnknownHostException) {
      return "unknown host " + e.getMessage();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static String reason(FileSystemException e) {
    if (e.getReason() != null) {
      return e.getReason();
    }
    if (e instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NotDirectoryException || e instanceof FileAlreadyExistsException) {
      return "is no directory";
    }
    return e.getClass().getSimpleName();
  }
}
