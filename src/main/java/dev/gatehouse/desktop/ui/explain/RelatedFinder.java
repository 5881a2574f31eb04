package dev.gatehouse.desktop.ui.explain;

import java.util.List;
import java.util.function.Consumer;

/** Finds the lessons and attacks on a check or rule. */
@FunctionalInterface
public interface RelatedFinder {
  /**
   * Finds them, at once or later.
   *
   * @param id of the check or rule, for example {@code jwt.exp}
   * @param found is given them on the JavaFX thread
   */
  void find(String id, Consumer<List<Related>> found);
}
