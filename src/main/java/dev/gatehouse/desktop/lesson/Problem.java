package dev.gatehouse.desktop.lesson;

/**
 * Something wrong with a lesson.
 *
 * @param path the file, as it was named
 * @param line the line, counted from 1
 * @param message what is wrong, and what would be right
 */
public record Problem(String path, int line, String message) {
  @Override
  public String toString() {
    return path + ":" + line + ": " + message;
  }
}
