package dev.gatehouse.desktop;

/**
 * Opens the window. The screen provides one, with {@code @AutoService(WindowOpener.class)} on it,
 * so that the command line never loads a class of JavaFX.
 */
public interface WindowOpener {
  /**
   * Opens the window and returns when it was closed.
   *
   * @return the exit code of the program, 0 if all went well
   * @throws IllegalStateException if there is no display to open it on; the message says so, for
   *     people to read
   */
  int open(WindowOptions options);
}
